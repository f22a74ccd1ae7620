import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { slug } from '@wire/primitives';
import * as wire from '@wire/profiles';
import { Open } from '@kernel/http/can';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ChangeMyProfile } from './commands/change-my-profile';
import { ChangeProfilePrivacy } from './commands/change-privacy';
import { MyProfilePrivacy } from './queries/profile-privacy';
import { MyProfile } from './queries/my-profile';
import { People } from './queries/people';
import { ProfileOf } from './queries/public-profile';

@Controller('api')
export class ProfilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('profiles/me')
  @Can('update', 'Profile')
  @Returns(wire.ownProfile)
  mine(): Promise<wire.OwnProfile> {
    return this.queries.execute(new MyProfile());
  }

  @Put('profiles/me')
  @Can('update', 'Profile')
  @Returns(wire.ownProfile)
  change(
    @Body({ schema: wire.changeProfile }) input: wire.ChangeProfile,
  ): Promise<wire.OwnProfile> {
    return this.commands.execute(new ChangeMyProfile(input));
  }

  @Get('profiles/me/privacy')
  @Can('update', 'Profile')
  @Returns(wire.profilePrivacy)
  privacy(): Promise<wire.ProfilePrivacy> {
    return this.queries.execute(new MyProfilePrivacy());
  }

  @Put('profiles/me/privacy')
  @Can('update', 'Profile')
  @Returns(wire.profilePrivacy)
  changePrivacy(
    @Body({ schema: wire.profilePrivacy }) input: wire.ProfilePrivacy,
  ): Promise<wire.ProfilePrivacy> {
    return this.commands.execute(new ChangeProfilePrivacy(input));
  }

  @Get('profiles/:slug')
  @Open()
  @Returns(wire.publicProfile)
  profile(@Param('slug', { schema: slug }) name: string): Promise<wire.PublicProfile> {
    return this.queries.execute(new ProfileOf(name));
  }

  @Get('people')
  @Open()
  @Returns(wire.people)
  people(@Query({ schema: wire.askPeople }) { ids }: z.infer<typeof wire.askPeople>) {
    return this.queries.execute(new People(ids));
  }
}

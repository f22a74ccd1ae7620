import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellProfile } from './queries/what-is-kept';
import { ForgetProfile } from './commands/forget-person';
import { ProfileSchema } from './adapters/profile';
import { ChangeMyProfileHandler } from './commands/change-my-profile';
import { ProfilesController } from './profiles.controller';
import { ProfileFigures } from './projections/profile-figures';
import { ChangeProfilePrivacyHandler } from './commands/change-privacy';
import { MyProfilePrivacyHandler } from './queries/profile-privacy';
import { CardsOfHandler } from './queries/cards-of';
import { MyProfileHandler } from './queries/my-profile';
import { ListedProfilesHandler } from './queries/listed-profiles';
import { NamesOfHandler } from './queries/names-of';
import { PeopleHandler } from './queries/people';
import { ProfileOfHandler } from './queries/public-profile';

@Module({
  imports: [MikroOrmModule.forFeature([ProfileSchema])],
  controllers: [ProfilesController],
  providers: [
    TellProfile,
    ForgetProfile,
    ChangeProfilePrivacyHandler,
    MyProfilePrivacyHandler,
    CardsOfHandler,
    ChangeMyProfileHandler,
    MyProfileHandler,
    ListedProfilesHandler,
    NamesOfHandler,
    PeopleHandler,
    ProfileFigures,
    ProfileOfHandler,
  ],
})
export class ProfilesModule {}

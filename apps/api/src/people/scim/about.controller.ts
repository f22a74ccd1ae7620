import { Can } from '@kernel/http/can';
import { Speaks } from '@kernel/http/protocol';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/scim';
import { scimMediaType as mediaType, scimRefusal as refusedAs } from '@wire/scim-errors';
import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Envelope } from './commands/envelope';
import { About } from './queries/about';

const Scim = () => Speaks({ mediaType, refusedAs });

/** RFC 7644 (4): what this end of the protocol can do. The same for every directory. */
@Controller('scim/v2')
@UseInterceptors(Envelope)
export class AboutController {
  constructor(private readonly queries: QueryBus) {}

  @Get('ServiceProviderConfig')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  config() {
    return this.queries.execute(new About('ServiceProviderConfig'));
  }

  @Get('ResourceTypes')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resources)
  types() {
    return this.queries.execute(new About('ResourceTypes'));
  }

  @Get('ResourceTypes/:id')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  type(@Param('id') id: string) {
    return this.queries.execute(new About('ResourceTypes', id));
  }

  @Get('Schemas')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resources)
  schemas() {
    return this.queries.execute(new About('Schemas'));
  }

  @Get('Schemas/:id')
  @Scim()
  @Can('provision', 'Organisation')
  @Returns(wire.resource)
  schema(@Param('id') id: string) {
    return this.queries.execute(new About('Schemas', id));
  }
}

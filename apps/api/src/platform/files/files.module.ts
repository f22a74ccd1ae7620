import { Module } from '@nestjs/common';
import { GrantFilesHandler } from './commands/grant-files';
import { DescribeFilesHandler } from './queries/describe-files';

@Module({ providers: [GrantFilesHandler, DescribeFilesHandler] })
export class FilesModule {}

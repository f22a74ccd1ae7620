import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { DiscardForgotten, ForgetFiles } from './commands/forget-person';
import { DiskRoutes } from './adapters/disk-routes';
import { DiskStorage } from './adapters/disk-storage';
import { S3Storage } from './adapters/s3-storage';
import { SignedLinks } from './adapters/signed-links';
import { Storage } from './adapters/storage';
import { CompleteUploadHandler } from './commands/complete-upload';
import { DiscardUnfinished } from './commands/discard-unfinished';
import { GrantFilesHandler } from './commands/grant-files';
import { DropObjectHandler, KeepObjectHandler } from './commands/keep-object';
import { OpenUploadHandler } from './commands/open-upload';
import { FilesController } from './files.controller';
import { DescribeFilesHandler } from './queries/describe-files';
import { FileOfHandler } from './queries/file-of';
import { KeptObjectHandler } from './queries/kept-object';
import { LinkToFileHandler } from './queries/link-to-file';

const commands = [
  OpenUploadHandler,
  CompleteUploadHandler,
  GrantFilesHandler,
  DiscardUnfinished,
  KeepObjectHandler,
  DropObjectHandler,
];
const queries = [DescribeFilesHandler, FileOfHandler, LinkToFileHandler, KeptObjectHandler];

/** One of the two, as configured. */
const storage = {
  provide: Storage,
  useFactory: (config: Config, disk: DiskStorage): Storage =>
    config.FILES_DRIVER === 's3' ? new S3Storage(config) : disk,
  inject: [CONFIG, DiskStorage],
};

@Module({
  controllers: [FilesController],
  providers: [
    ForgetFiles,
    DiscardForgotten,
    SignedLinks,
    DiskStorage,
    DiskRoutes,
    storage,
    ...commands,
    ...queries,
  ],
})
export class FilesModule {}

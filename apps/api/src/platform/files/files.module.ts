import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { FilesOwnedByHandler } from './queries/files-owned-by';
import { TellFiles } from './queries/what-is-kept';
import { DiscardForgotten, ForgetFiles } from './commands/forget-person';
import { Clamd } from './adapters/clamd';
import { DiskRoutes } from './adapters/disk-routes';
import { DiskStorage } from './adapters/disk-storage';
import { S3Storage } from './adapters/s3-storage';
import { Scanner } from './adapters/scanner';
import { SignedLinks } from './adapters/signed-links';
import { Storage } from './adapters/storage';
import { TestVirus } from './adapters/test-virus';
import { CompleteUploadHandler } from './commands/complete-upload';
import { DiscardUnfinished } from './commands/discard-unfinished';
import { GrantFilesHandler } from './commands/grant-files';
import { DropObjectHandler, KeepObjectHandler } from './commands/keep-object';
import { OpenUploadHandler } from './commands/open-upload';
import { ScanFileHandler, ScanJobs } from './commands/scan-file';
import { FilesController } from './files.controller';
import { BytesOfHandler } from './queries/bytes-of';
import { DescribeFilesHandler } from './queries/describe-files';
import { FileOfHandler } from './queries/file-of';
import { KeptObjectHandler } from './queries/kept-object';
import { LinkToFileHandler } from './queries/link-to-file';

const commands = [
  ScanFileHandler,
  OpenUploadHandler,
  CompleteUploadHandler,
  GrantFilesHandler,
  DiscardUnfinished,
  KeepObjectHandler,
  DropObjectHandler,
];
const queries = [
  BytesOfHandler,
  DescribeFilesHandler,
  FileOfHandler,
  LinkToFileHandler,
  KeptObjectHandler,
];

/** As configured: without a scanner the test virus is found, and nothing else. */
const scanner = {
  provide: Scanner,
  useFactory: ({ CLAMAV_URL }: Config): Scanner =>
    CLAMAV_URL ? new Clamd(CLAMAV_URL) : new TestVirus(),
  inject: [CONFIG],
};

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
    TellFiles,
    FilesOwnedByHandler,
    ForgetFiles,
    DiscardForgotten,
    SignedLinks,
    DiskStorage,
    DiskRoutes,
    storage,
    scanner,
    ScanJobs,
    ...commands,
    ...queries,
  ],
})
export class FilesModule {}

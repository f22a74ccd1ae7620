import * as z from 'zod';

const url = z.url();

/** Where files live, and how many of them. */
export const storageVariables = {
  FILES_DRIVER: z
    .enum(['fs', 's3'])
    .default('fs')
    .describe('Where files live.')
    .meta({ example: 's3' }),
  FILES_DIR: z
    .string()
    .default('.data/files')
    .describe('Folder of the `fs` driver.')
    .meta({ example: '/var/lib/guildhall/files' }),
  FILES_QUOTA_MB: z.coerce
    .number()
    .positive()
    .default(5_120)
    .describe('Megabytes that one account may store.')
    .meta({ example: '5120' }),
  S3_ENDPOINT: url
    .optional()
    .describe('S3 server of the `s3` driver.')
    .meta({ example: 'https://s3.example.org' }),
  S3_ACCESS_KEY: z.string().optional().describe('S3 access key.').meta({ example: '…' }),
  S3_SECRET_KEY: z.string().optional().describe('S3 secret key.').meta({ example: '…' }),
  S3_BUCKET: z.string().default('guildhall').describe('S3 bucket.').meta({ example: 'guildhall' }),
  S3_REGION: z.string().default('us-east-1').describe('S3 region.').meta({ example: 'ap-south-1' }),
};

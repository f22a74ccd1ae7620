export { GrantFiles } from './commands/grant-files';
export { DescribeFiles } from './queries/describe-files';

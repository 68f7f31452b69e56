import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { datasetFolder, manifestKey, POINTER, readersFolder, STORE } from '../../../contracts/run/keys.js';
import { READ_BY_LEADERSHIP } from '../../../contracts/run/who-reads.js';
import type { Names } from '../names.js';
import { ANY_RUN, below } from '../roles/places.js';

/**
 * Lets CloudFront read what readers of the dashboard may, all of them together, and nothing else of the store: which reader what, its
 * signed cookies and the rule at its edge say. why any distribution of this account: the bucket outlives the one there is.
 */
export function letCloudFrontRead(store: s3.Bucket, key: kms.Key, names: Names): void {
  const principals = [new iam.ServicePrincipal('cloudfront.amazonaws.com')];
  const ours = { StringLike: { 'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*` } };
  const readable = [
    POINTER,
    manifestKey(ANY_RUN),
    ...READ_BY_LEADERSHIP.map((dataset) => below(datasetFolder(ANY_RUN, dataset))),
    below(readersFolder('*', '*')),
  ];
  const statements: iam.PolicyStatementProps[] = [
    {
      sid: 'CloudFrontReadsWhatReadersMay',
      actions: ['s3:GetObject'],
      resources: readable.map((one) => `${names.storeArn}/${one}`),
      conditions: ours,
    },
    {
      // Without it S3 says "forbidden" of what is not there, and a page would ask its reader to sign in again.
      sid: 'CloudFrontLearnsWhatIsNotThere',
      actions: ['s3:ListBucket'],
      resources: [names.storeArn],
      conditions: { ...ours, StringLikeIfExists: { 's3:prefix': [below(STORE.published)] } },
    },
  ];
  for (const statement of statements) store.addToResourcePolicy(new iam.PolicyStatement({ ...statement, principals }));
  key.addToResourcePolicy(
    new iam.PolicyStatement({ sid: 'CloudFrontReads', principals, actions: ['kms:Decrypt'], resources: ['*'], conditions: ours }),
  );
}

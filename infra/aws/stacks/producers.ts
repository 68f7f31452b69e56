import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Names } from '../names.js';
import type { RegionGroup } from '../settings.js';

/** Who may land what, by dataset. */
type Producers = NonNullable<RegionGroup['producers']>;

const principals = (arns: readonly string[]): iam.ArnPrincipal[] =>
  [...new Set(arns)].sort().map((arn) => new iam.ArnPrincipal(arn));

/**
 * Lets producers put files below the folder of their dataset, from other accounts too: what they put is the bucket owner's, so that no ACL
 * is asked of them. They can neither read nor list nor delete.
 */
export function letProducersLand(landing: s3.Bucket, producers: Producers): void {
  for (const [dataset, arns] of Object.entries(producers))
    landing.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `ProducersOf${dataset}`,
        principals: principals(arns),
        // The second and third are for uploads in parts: to give one up, and to go on with it.
        actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
        resources: [landing.arnForObjects(`${dataset}/*`)],
      }),
    );
}

/**
 * Lets producers encrypt with the key of the landing bucket, through S3 and for this bucket only. Parts of an upload are decrypted as they
 * are put together. why the bucket and its objects: S3 tells the key of the bucket where it uses a bucket key, and of the object elsewhere.
 * why by name: the bucket needs the key first, so the key cannot wait for the bucket.
 */
export function letProducersEncrypt(key: kms.Key, producers: Producers, names: Names): void {
  const all = principals(Object.values(producers).flat());
  if (all.length === 0) return;
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'ProducersEncryptWhatTheyLand',
      principals: all,
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [names.landingArn, `${names.landingArn}/*`] },
      },
    }),
  );
}

import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { POINTER } from '../../../contracts/run/keys.js';
import { acknowledge } from '../nag.js';
import type { Names } from '../names.js';
import type { RegionGroup, Settings } from '../settings.js';
import { letAnalystsAsk } from './analysts.js';
import { letCloudFrontRead } from './cloudfront-reads.js';
import { glueTables } from './glue-tables.js';
import { mailEvents } from './mail-events.js';
import { letProducersEncrypt, letProducersLand } from './producers.js';
import { landingRules, storeRules } from './retention.js';
import { workGroup } from './work-group.js';

interface Given extends StackProps {
  settings: Settings;
  group: RegionGroup;
  names: Names;
}

/** What outlives every deployment: landed files, runs, tables, the send ledger. Nothing here is deleted with its stack. */
export class DataStack extends Stack {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id, { ...given, terminationProtection: true });
    const { settings, group, names } = given;
    this.key = this.encryptionKey(names);
    const { landing, store } = this.buckets(settings, names);
    if (group.dashboard) letCloudFrontRead(store, this.key, names);
    letProducersLand(landing, group.producers ?? {});
    letProducersEncrypt(this.key, group.producers ?? {}, names);
    glueTables(this, { names, group });
    const { mostBytesPerQuery: mostBytes } = settings;
    workGroup(this, 'WorkGroup', {
      name: names.workGroup,
      description: 'Queries of the nightly seller scorecards',
      answers: `s3://${names.store}/${names.queryResults}`,
      ...{ mostBytes, key: this.key },
    });
    letAnalystsAsk(this, { names, key: this.key, group, mostBytes });
    this.ledger(names);
    mailEvents(this, names, settings);
    this.missed(names);
  }

  private encryptionKey(names: Names): kms.Key {
    const key = new kms.Key(this, 'Key', {
      description: `Seller scorecards: landed files, runs, send ledger and alarms of ${names.base}`,
      alias: names.keyAlias,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CloudWatch speaks to the encrypted alarm topic itself, not with a role of ours.
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return key;
  }

  private buckets(settings: Settings, names: Names): { landing: s3.Bucket; store: s3.Bucket } {
    const { keep, lockManifests } = settings;
    const closed = {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const logs = this.accessLogs(names, closed, keep.logs);
    const kept = {
      ...closed,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: logs,
    };
    const landing = new s3.Bucket(this, 'Landing', {
      ...kept,
      bucketName: names.landing,
      serverAccessLogsPrefix: 'landing/',
      lifecycleRules: landingRules(keep),
    });
    const store = new s3.Bucket(this, 'Store', {
      ...kept,
      bucketName: names.store,
      serverAccessLogsPrefix: 'store/',
      objectLockEnabled: lockManifests !== undefined,
      lifecycleRules: storeRules(keep, names),
    });
    pointerMovesByCompareAndSetOnly(store);
    pointerStays(store);
    return { landing, store };
  }

  private accessLogs(names: Names, closed: s3.BucketProps, days: number): s3.Bucket {
    // why S3's own key: S3 delivers access logs to no bucket with a key of ours.
    const logs = new s3.Bucket(this, 'Logs', {
      ...closed,
      bucketName: names.logs,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(days) }],
    });
    acknowledge(logs, 'AwsSolutions-S1', 'This bucket holds the access logs; logging it into itself would never end.');
    return logs;
  }

  private ledger(names: Names): void {
    new dynamodb.Table(this, 'Ledger', {
      tableName: names.ledger,
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expires_at',
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Starts of nights that could not be delivered. */
  private missed(names: Names): void {
    const queue = new sqs.Queue(this, 'Missed', {
      queueName: names.missed,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(queue, 'AwsSolutions-SQS3', 'This is the dead-letter queue itself; the alarm missed-starts watches it.');
  }
}

function pointerMovesByCompareAndSetOnly(store: s3.Bucket): void {
  store.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'PointerMovesByCompareAndSetOnly',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [store.arnForObjects(POINTER)],
      conditions: { Null: { 's3:if-match': 'true', 's3:if-none-match': 'true' } },
    }),
  );
}

/** Without a pointer readers have nothing, and the next night would take the store for a new one. */
function pointerStays(store: s3.Bucket): void {
  store.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'PointerStays',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [store.arnForObjects(POINTER)],
    }),
  );
}

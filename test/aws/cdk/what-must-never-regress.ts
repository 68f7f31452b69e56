import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { PUBLISHED_TABLES } from '../../../infra/aws/roles/published-tables.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { tablesOf } from '../../../infra/aws/stacks/glue-tables.js';
import { dataTemplate, synthesize, synthesized } from './synthesized.js';

const { template } = synthesized();
const prod = synthesized('prod');
const data = template('data');
const night = template('night');
const mails = template('mails');
const watch = template('watch');
type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string; UpdateReplacePolicy?: string };
const all = (type: string): [string, Resource][] =>
  [data, night, mails, watch].flatMap((one) => Object.entries(one.findResources(type) as unknown as Record<string, Resource>));
const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}
const statementsOf = (role: Resource): Statement[] =>
  (role.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]).flatMap(
    (policy) => policy.PolicyDocument.Statement,
  );
const roles = all('AWS::IAM::Role');
const roleOf = (task: string): Statement[] =>
  statementsOf(roles.find(([, role]) => String(role.Properties.Description).startsWith(`What ${task} of`))![1]);
const text = (resource: unknown): string => JSON.stringify(resource);

describe('buckets', () => {
  it('are three, and none is open to the public', () => {
    expect(all('AWS::S3::Bucket')).toHaveLength(3);
    for (const [, bucket] of all('AWS::S3::Bucket'))
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  it('refuse whoever does not come over TLS 1.2 or newer', () => {
    const refused = all('AWS::S3::BucketPolicy').map(([, policy]) => text(policy.Properties.PolicyDocument));
    expect(refused).toHaveLength(3);
    for (const policy of refused) {
      expect(policy).toContain('"aws:SecureTransport":"false"');
      expect(policy).toContain('"s3:TlsVersion":1.2');
    }
  });

  it('keep landed files and runs under a key of ours, in versions', () => {
    for (const what of ['landing', 'store'])
      data.hasResourceProperties('AWS::S3::Bucket', {
        BucketName: { 'Fn::Join': ['', [`scorecards-dev-europe-${what}-`, { Ref: 'AWS::AccountId' }]] },
        VersioningConfiguration: { Status: 'Enabled' },
        LoggingConfiguration: Match.anyValue(),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { BucketKeyEnabled: true, ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) },
          ],
        },
      });
  });

  it('let nobody write the pointer without comparing first', () => {
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:PutObject',
            Condition: { Null: { 's3:if-match': 'true', 's3:if-none-match': 'true' } },
          }),
        ]),
      },
    });
  });

  it('let nobody delete the pointer', () => {
    const [denied] = Object.values(data.findResources('AWS::S3::BucketPolicy')).flatMap((policy) =>
      (policy.Properties.PolicyDocument.Statement as (Statement & { Sid?: string })[]).filter(
        ({ Sid }) => Sid === 'PointerStays',
      ),
    );
    expect(denied).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    });
    expect(text(denied!.Resource)).toContain('/published/current.json"');
  });

  it('forget runs, rejected rows and query results after the days that the settings say', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: 'runs/', ExpirationInDays: 60 }),
          Match.objectLike({ Prefix: 'work/', ExpirationInDays: 4, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
          Match.objectLike({ Prefix: 'quarantine/', ExpirationInDays: 30 }),
          Match.objectLike({ Prefix: 'query-results/', ExpirationInDays: 7 }),
        ]),
      },
    });
  });

  it('forget policies only once a deployment has marked them as read by nobody', () => {
    data.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: 'policies/', TagFilters: [{ Key: 'policies', Value: 'superseded' }], ExpirationInDays: 30 }),
        ]),
      },
    });
  });

  it('never forget landed or accepted rows, or parts of the ledger, by themselves', () => {
    const rules = all('AWS::S3::Bucket').flatMap(
      ([, bucket]) =>
        (bucket.Properties.LifecycleConfiguration as { Rules: { Prefix?: string; ExpirationInDays?: number }[] }).Rules,
    );
    for (const rule of rules.filter((one) => one.ExpirationInDays !== undefined))
      expect(rule.Prefix ?? 'the log bucket').toMatch(
        /^(runs\/|work\/|published\/20|quarantine\/|query-results\/|analyst-answers\/|policies\/|the log bucket)$/,
      );
  });

  it('let go of what was overwritten, of uploads that were never finished, and of what marks nothing any more', () => {
    for (const what of ['Landing', 'Store'])
      data.hasResourceProperties('AWS::S3::Bucket', {
        LoggingConfiguration: Match.objectLike({ LogFilePrefix: `${what.toLowerCase()}/` }),
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 },
              NoncurrentVersionExpiration: { NoncurrentDays: 7 },
              ExpiredObjectDeleteMarker: true,
            }),
          ]),
        },
      });
  });

  it('let landed files go where the settings say so, and leave what was accepted of them', () => {
    const dev = settingsOf('dev');
    const rules = (landing: number) => {
      const buckets = dataTemplate({ ...dev, keep: { ...dev.keep, landing } }).findResources('AWS::S3::Bucket');
      return Object.values(buckets).flatMap(
        (one) => one.Properties.LifecycleConfiguration.Rules as { Id?: string; ExpirationInDays?: number; Prefix?: string }[],
      );
    };
    expect(rules(200).find(({ Id }) => Id === 'landed')).toMatchObject({ ExpirationInDays: 200 });
    expect(rules(200).some(({ Id }) => Id === 'rarely-read')).toBe(true);
    expect(rules(100).some(({ Id }) => Id === 'rarely-read')).toBe(false);
    expect(rules(100).filter(({ Prefix }) => /accepted|ledger|receipts|counts/.test(Prefix ?? ''))).toEqual([]);
  });

  it('move earlier runs to where rarely read things cost less, unless they go before that is paid for', () => {
    const dev = settingsOf('dev');
    const moved = (days: number) =>
      Object.values(dataTemplate({ ...dev, keep: { ...dev.keep, runs: days, published: days } }).findResources('AWS::S3::Bucket'))
        .flatMap((one) => one.Properties.LifecycleConfiguration.Rules as { Prefix?: string; Transitions?: unknown }[])
        .filter(({ Transitions, Prefix }) => Prefix && Transitions)
        .map(({ Prefix, Transitions }) => [Prefix, Transitions]);
    const moving = (TransitionInDays: number, StorageClass: string) => {
      const transitions = [{ StorageClass, TransitionInDays }];
      return [
        ['runs/', transitions],
        ['published/20', transitions],
      ];
    };
    expect(moved(400)).toEqual(moving(7, 'GLACIER_IR'));
    // Ninety days there are billed at least.
    expect(moved(97)).toEqual(moving(7, 'GLACIER_IR'));
    expect(moved(96)).toEqual(moving(30, 'STANDARD_IA'));
    expect(moved(60)).toEqual(moving(30, 'STANDARD_IA'));
    expect(moved(59)).toEqual([]);
  });

  it('can hold manifests that nobody deletes, where the settings ask for it', () => {
    const locked = Object.values(
      prod.template('data').findResources('AWS::S3::Bucket', { Properties: { ObjectLockEnabled: true } }),
    );
    expect(locked).toHaveLength(1);
    expect(Object.values(data.findResources('AWS::S3::Bucket', { Properties: { ObjectLockEnabled: true } }))).toHaveLength(0);
  });
});

describe('what is kept', () => {
  it('outlives its stack: buckets, key and ledger stay when the stack goes', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::DynamoDB::Table'])
      for (const [, resource] of all(type))
        expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it('lies in a stack that nobody deletes by accident', () => {
    const { assembly } = synthesized();
    expect(assembly.getStackByName('scorecards-dev-europe-data').terminationProtection).toBe(true);
  });

  it('has a ledger that can be taken back to any second of the last 35 days', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      DeletionProtectionEnabled: true,
    });
  });

  it('has a key that is turned over every year', () => {
    data.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });
});

describe('queries', () => {
  it('run on engine version 3 under settings that no client can change, with a limit, encrypted and counted', () => {
    data.hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
        EnforceWorkGroupConfiguration: true,
        PublishCloudWatchMetricsEnabled: true,
        BytesScannedCutoffPerQuery: 20e9,
        ResultConfiguration: { EncryptionConfiguration: Match.objectLike({ EncryptionOption: 'SSE_KMS' }) },
      },
    });
  });
});

describe('roles', () => {
  it('name every action: none holds a wildcard', () => {
    expect(roles.length).toBeGreaterThanOrEqual(18);
    for (const [, role] of roles)
      for (const action of statementsOf(role).flatMap((statement) => list(statement.Action))) expect(action).not.toContain('*');
  });

  it('have no policy that somebody else wrote, and none that a construct added', () => {
    for (const [name, role] of roles) {
      expect(role.Properties.ManagedPolicyArns, name).toBeUndefined();
      expect(role.Properties.Policies, name).toHaveLength(1);
    }
    expect(all('AWS::IAM::Policy')).toEqual([]);
    expect(all('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('fit into the 10,240 characters that IAM allows a role in all', () => {
    const filled = (value: unknown): string =>
      JSON.stringify(value, (_key, part) => {
        if (part?.Ref === 'AWS::AccountId') return '123456789012';
        if (part?.Ref === 'AWS::Region') return 'ap-southeast-2';
        if (part?.Ref === 'AWS::Partition') return 'aws-us-gov';
        return part;
      })
        .replaceAll(/\{"Fn::Join":\["",\[(.*?)\]\]\}/g, (_all, parts: string) => `"${parts.replaceAll(/","|"/g, '')}"`)
        .replaceAll(/\s/g, '');
    const sizes = roles.map(([name, role]) => [name, filled(role.Properties.Policies).length] as const);
    for (const [name, size] of sizes) expect(size, name).toBeLessThan(10_240);
    expect(Math.max(...sizes.map(([, size]) => size))).toBeGreaterThan(2_000);
  });

  it('ask for every resource only where AWS knows none', () => {
    const forced = roles.flatMap(([, role]) =>
      statementsOf(role)
        .filter((statement) => list(statement.Resource).includes('*'))
        .flatMap((statement) => list(statement.Action)),
    );
    expect([...new Set(forced.map((action) => action.split(':')[0]))].sort()).toEqual(['logs', 'ses', 'xray']);
    expect(forced.filter((action) => action.startsWith('ses:'))).toEqual(forced.filter((action) => action === 'ses:GetAccount'));
  });

  it('let only publish write the pointer', () => {
    const writers = roles.filter(([, role]) =>
      statementsOf(role).some(
        (one) => list(one.Action).includes('s3:PutObject') && text(one.Resource).includes('published/current.json'),
      ),
    );
    expect(writers.map(([, role]) => role.Properties.Description)).toEqual(['What Publish of scorecards-dev-europe may do']);
  });

  it('let nobody write or delete what landed', () => {
    for (const [name, role] of roles)
      for (const statement of statementsOf(role)) {
        if (list(statement.Action).some((action) => /s3:(Put|Delete)/.test(action)))
          expect(text(statement.Resource), name).not.toContain('-landing-');
        expect(list(statement.Action), name).not.toContain('s3:DeleteObject');
      }
  });

  it('let queries read accepted rows and runs, and write below runs only', () => {
    const workflow = roleOf('the workflow and the queries');
    const written = workflow.filter((one) => list(one.Action).includes('s3:PutObject')).map((one) => text(one.Resource));
    expect(written.join()).not.toMatch(/published|accepted|quarantine|landing/);
    const read = workflow.filter((one) => list(one.Action).includes('s3:GetObject')).map((one) => text(one.Resource));
    expect(read.join()).not.toMatch(/quarantine|landing|published/);
  });

  it('let queries, and nothing else, look up the database of the night and the default one', () => {
    const looking = roles.flatMap(([, role]) =>
      statementsOf(role)
        .filter((one) => list(one.Action).includes('glue:GetDatabase'))
        .map((one) => [String(role.Properties.Description).split(' of ')[0], text(one.Resource)]),
    );
    expect(looking.map(([who]) => who)).toEqual(['What the workflow and the queries']);
    for (const what of [':catalog"', ':database/default"', ':database/scorecards_dev_europe"'])
      expect(looking[0]![1], what).toContain(what);
  });

  it('let only the opening of a night list statements and delete partitions, in its own work group and of its own tables', () => {
    const clearing = roles.flatMap(([, role]) =>
      statementsOf(role)
        .filter((one) => list(one.Action).some((action) => /ListPreparedStatements|BatchDeletePartition/.test(action)))
        .map((one) => ({ who: String(role.Properties.Description), actions: list(one.Action), on: text(one.Resource) })),
    );
    expect(clearing.map(({ who }) => who.split(' ')[1])).toEqual(['OpenRun', 'OpenRun']);
    const [statements, partitions] = clearing;
    expect(statements!.actions).toEqual(['athena:ListPreparedStatements', 'athena:DeletePreparedStatement']);
    expect(statements!.on).toContain(':workgroup/scorecards-dev-europe"');
    expect(partitions!.actions).toEqual(['glue:GetPartitions', 'glue:BatchDeletePartition']);
    for (const table of ['night_*', 'scorecards']) expect(partitions!.on).toContain(`:table/scorecards_dev_europe/${table}"`);
    expect(partitions!.on).not.toMatch(/accepted_|receipt_counts|run_inputs/);
  });

  it('name every published table, and by their patterns no other table', () => {
    const tables = tablesOf(settingsOf('dev').groups[0]!).map(({ name }) => name);
    const named = tables.filter((table) =>
      PUBLISHED_TABLES.some((one) => (one.endsWith('*') ? table.startsWith(one.slice(0, -1)) : table === one)),
    );
    expect(named.sort()).toEqual(Object.keys(PUBLISHED).sort());
  });

  it('let only the two tasks that mail sellers, and the report of a failure, send mail', () => {
    const senders = roles.filter(([, role]) => statementsOf(role).some((one) => list(one.Action).includes('ses:SendEmail')));
    expect(senders.map(([, role]) => String(role.Properties.Description).split(' ')[1])).toEqual([
      'SendEmails',
      'SendDigest',
      'ReportFailure',
    ]);
  });

  it('give every list of the store its prefixes', () => {
    for (const [name, role] of roles)
      for (const statement of statementsOf(role).filter((one) => list(one.Action).includes('s3:ListBucket')))
        if (text(statement.Resource).includes('-store-')) expect(statement.Condition?.StringLikeIfExists, name).toBeDefined();
  });
});

describe('functions', () => {
  it('run on Node 24 and arm64, and keep their logs as long as the settings say; the workflow is traced, they are not', () => {
    const functions = all('AWS::Lambda::Function');
    expect(functions).toHaveLength(18);
    for (const [, one] of functions) {
      expect(one.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
      });
      expect(one.Properties.TracingConfig).toBeUndefined();
      expect(one.Properties.Timeout).toBeLessThanOrEqual(900);
    }
    const logs = [night, mails].flatMap((one) => Object.values(one.findResources('AWS::Logs::LogGroup')));
    expect(logs).toHaveLength(functions.length + 1);
    for (const log of logs) expect(log.Properties.RetentionInDays).toBe(30);
  });
});

describe('schedules', () => {
  it('start the night and look for it at the local time of the group, and keep what could not be delivered', () => {
    night.resourceCountIs('AWS::Scheduler::Schedule', 2);
    for (const [cron, suffix] of [
      ['cron(30 5 * * ? *)', 'start-night'],
      ['cron(0 8 * * ? *)', 'watch-pointer'],
    ])
      night.hasResourceProperties('AWS::Scheduler::Schedule', {
        Name: `scorecards-dev-europe-${suffix}`,
        ScheduleExpression: cron,
        ScheduleExpressionTimezone: 'Europe/Dublin',
        Target: Match.objectLike({
          DeadLetterConfig: Match.anyValue(),
          Input: '{"scheduled_time":"<aws.scheduler.scheduled-time>"}',
        }),
      });
  });

  it('also keep what the function could not do with what was delivered', () => {
    const kept = all('AWS::Lambda::EventInvokeConfig');
    expect(kept).toHaveLength(3);
    for (const [, one] of kept) expect(text(one.Properties.DestinationConfig)).toContain('scorecards-dev-europe-missed');
  });

  it('give each region group its own night in its own time zone', () => {
    const [europe] = settingsOf('dev').groups;
    const pacific = { ...europe!, name: 'pacific', awsRegion: 'ap-southeast-2', timeZone: 'Australia/Sydney', nightAt: '04:15' };
    const two = synthesize({ ...settingsOf('dev'), groups: [europe!, pacific] });
    expect(two.assembly.stacks.map((stack) => stack.stackName)).toHaveLength(8);
    two.template('night', 'pacific').hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(15 4 * * ? *)',
      ScheduleExpressionTimezone: 'Australia/Sydney',
    });
    expect(two.assembly.getStackByName('scorecards-dev-pacific-night').environment.region).toBe('ap-southeast-2');
  });
});

describe('mails', () => {
  it('go out over TLS under one configuration set that counts what becomes of them', () => {
    data.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    data.resourceCountIs('AWS::SES::ConfigurationSetEventDestination', 2);
  });

  it('go out in clear text only where the settings say so', () => {
    synthesize({ ...settingsOf('dev'), mailTls: 'OPTIONAL' })
      .template('data')
      .hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'OPTIONAL' } });
  });

  it('leave no address in the log of what became of them', () => {
    const [rule] = Object.values(data.findResources('AWS::Events::Rule'));
    const { InputPathsMap } = rule!.Properties.Targets[0].InputTransformer;
    expect(Object.values(InputPathsMap).sort()).toEqual([
      '$.detail-type',
      '$.detail.mail.messageId',
      '$.detail.mail.tags.campaign[0]',
      '$.detail.mail.tags.ledger[0]',
      '$.time',
    ]);
  });
});

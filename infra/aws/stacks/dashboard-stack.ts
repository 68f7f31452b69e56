import { Annotations, Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { DIGESTS, mailsSaidFolder, POINTER } from '../../../contracts/run/keys.js';
import { OF } from '../../../contracts/run/may-read.js';
import { PATHS } from '../../../lambdas/sign-in/handler.js';
import { CONTENT_SECURITY_POLICY } from '../../shared/page-safety.js';
import { edgeCode } from '../dashboard/edge.js';
import { pagesBucket, signingKeyAt, webLogsBucket } from '../dashboard/names.js';
import type { DashboardSettings } from '../dashboard/settings.js';
import { daysOfLogs } from '../days-of-logs.js';
import { acknowledge } from '../nag.js';
import type { Names } from '../names.js';
import { roleOf } from '../roles/grants.js';
import { placesOf } from '../roles/places.js';
import type { RegionGroup, Settings } from '../settings.js';
import { groupsOfReaders, userPool } from './readers-pool.js';

interface Given extends StackProps {
  settings: Settings;
  group: RegionGroup;
  names: Names;
  dashboard: DashboardSettings;
  /** Regions of the group's policies: each is a group of readers. */
  regions: readonly string[];
  code: lambda.Code;
}

const SIGN_IN = 'sign-in';
/** MB, seconds. why: one call to the company's sign-in and one to SSM, while a reader waits; the RSA signatures want some processor. */
const SIGN_IN_SIZE = { memorySize: 512, timeout: Duration.seconds(10) };
const A_YEAR = Duration.days(365);

/** The dashboard of a group: its pages, what readers may read of the store, and who signs them in, under one address. */
export class DashboardStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly given: Given,
  ) {
    super(scope, id, given);
    const pages = this.pages();
    const keys = this.signingKeys();
    const signIn = this.signIn(keys.newest);
    const distribution = this.distribution(pages, keys.group, signIn);
    new CfnOutput(this, 'Address', { value: `https://${given.dashboard.host}/` });
    new CfnOutput(this, 'PointTheHostAt', { value: distribution.distributionDomainName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'PagesBucket', { value: pages.bucketName });
  }

  private get place() {
    return { stage: this.given.settings.stage, group: this.given.group.name };
  }

  private bucket(id: string, bucketName: string, more: s3.BucketProps, because: string): s3.Bucket {
    const bucket = new s3.Bucket(this, id, {
      bucketName,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
    });
    acknowledge(bucket, 'AwsSolutions-S1', because);
    return bucket;
  }

  private pages(): s3.Bucket {
    const only = 'Read through CloudFront alone, whose log has every request.';
    return this.bucket('Pages', pagesBucket(this.place), { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED }, only);
  }

  /** The key that signs, and the one before it, whose cookies are good until they end. */
  private signingKeys(): { newest: cloudfront.PublicKey; group: cloudfront.KeyGroup } {
    const { signingKey } = this.given.dashboard;
    const [newest, ...before] = [signingKey, signingKey - 1]
      .filter((key) => key > 0)
      .map(
        (key) =>
          new cloudfront.PublicKey(this, `SigningKey${key}`, {
            publicKeyName: `${this.given.names.base}-${key}`,
            // The deployment made it; its private half is a secret that the function which signs reads, and nobody else.
            encodedKey: ssm.StringParameter.valueForStringParameter(this, signingKeyAt(this.place, key, 'public')),
          }),
      );
    return { newest: newest!, group: new cloudfront.KeyGroup(this, 'Readers', { items: [newest!, ...before] }) };
  }

  /** Environment variables by which the function knows who signs readers in. */
  private whoSignsIn(): Record<string, string> {
    const { dashboard, names, regions } = this.given;
    const { signIn, host } = dashboard;
    if (signIn) {
      const { issuer, clientId, clientSecret, groupsClaim, groups } = signIn;
      const known = { ISSUER: issuer, CLIENT_ID: clientId, GROUPS_CLAIM: groupsClaim, GROUPS: JSON.stringify(groups) };
      return clientSecret ? { ...known, CLIENT_SECRET: clientSecret } : known;
    }
    const pool = userPool(this, names.base, host);
    groupsOfReaders(this, pool.pool, regions);
    return { ISSUER: pool.issuer, CLIENT_ID: pool.clientId, GROUPS_CLAIM: 'cognito:groups', SIGN_OUT: pool.signOut };
  }

  private signIn(key: cloudfront.PublicKey): lambda.FunctionUrl {
    const { names, settings, dashboard, code } = this.given;
    const at = placesOf(names, '', false);
    const secrets = [signingKeyAt(this.place, dashboard.signingKey, 'private'), dashboard.signIn?.clientSecret ?? []].flat();
    const signIn = new lambda.Function(this, 'SignIn', {
      functionName: names.functionName(SIGN_IN),
      description: 'Signs readers of the dashboard in and out, and says to its pages who reads them',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code,
      ...SIGN_IN_SIZE,
      role: roleOf(this, 'SignInRole', {
        service: 'lambda.amazonaws.com',
        description: `What the sign-in of ${names.base} may do`,
        grants: [
          {
            actions: ['ssm:GetParameter'],
            on: secrets.map((name) => `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter${name}`),
            because: 'The key that signs cookies, and the secret of the sign-in.',
          },
          at.ownLogs(SIGN_IN),
        ],
      }),
      environment: {
        ...this.whoSignsIn(),
        HOST: dashboard.host,
        KEY_PAIR_ID: key.publicKeyId,
        SESSION_MINUTES: String(dashboard.sessionMinutes),
        SIGNING_KEY: secrets[0]!,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
      logGroup: new logs.LogGroup(this, 'SignInLog', {
        logGroupName: names.functionLogs(SIGN_IN),
        retention: daysOfLogs(settings.keep.logs),
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
    return signIn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
  }

  /** Headers of every answer; what a browser may keep of it, where its origin does not say. */
  private headers(id: string, cacheControl?: string): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, `${id}Headers`, {
      responseHeadersPolicyName: `${this.given.names.base}-${id.toLowerCase()}`,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
        strictTransportSecurity: { accessControlMaxAge: A_YEAR, includeSubdomains: true, override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
        contentTypeOptions: { override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
          ...(cacheControl ? [{ header: 'cache-control', value: cacheControl, override: true }] : []),
        ],
      },
    });
  }

  private behaviors(keys: cloudfront.KeyGroup, signIn: lambda.FunctionUrl) {
    const { names } = this.given;
    const edge = new cloudfront.Function(this, 'LetRead', {
      functionName: `${names.base}-let-read`,
      comment: 'Which files are read from which place: contracts/run/may-read.ts',
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      code: cloudfront.FunctionCode.fromInline(edgeCode()),
    });
    const store = s3.Bucket.fromBucketAttributes(this, 'Store', { bucketName: names.store, region: this.region });
    const ofStore = {
      origin: origins.S3BucketOrigin.withOriginAccessControl(store, { originAccessLevels: [cloudfront.AccessLevel.READ] }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      trustedKeyGroups: [keys],
      functionAssociations: [{ function: edge, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
      compress: true,
    };
    const toSignIn = {
      origin: origins.FunctionUrlOrigin.withOriginAccessControl(signIn),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: this.headers('SignIn'),
    };
    const moving = {
      ...{ ...ofStore, cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED },
      responseHeadersPolicy: this.headers('Pointer', 'no-cache'),
    };
    return {
      [`${OF}*/${POINTER}`]: moving,
      [`${OF}*/${DIGESTS}*`]: moving,
      // why not as the run that they lie with: mails go out after it is published.
      [`${OF}*/${mailsSaidFolder('*', '*')}*`]: moving,
      [`${OF}*`]: {
        ...{ ...ofStore, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED },
        // why a day, though runs never change: what a browser keeps of them outlives the session.
        responseHeadersPolicy: this.headers('Runs', 'private, max-age=86400'),
      },
      ...Object.fromEntries(Object.values(PATHS).map((path) => [path, toSignIn])),
    };
  }

  private distribution(pages: s3.Bucket, keys: cloudfront.KeyGroup, signIn: lambda.FunctionUrl): cloudfront.Distribution {
    const { names, settings, dashboard } = this.given;
    const logBucket = this.bucket(
      'WebLogs',
      webLogsBucket(this.place),
      {
        // CloudFront delivers its log as the owner of what it writes.
        objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        lifecycleRules: [{ expiration: Duration.days(settings.keep.logs) }],
      },
      'This bucket holds the access log itself.',
    );
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `Seller scorecards: dashboard of ${names.base}`,
      domainNames: [dashboard.host],
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', dashboard.certificate),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      enableLogging: true,
      logBucket,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(pages),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers('Pages'),
        compress: true,
      },
      additionalBehaviors: this.behaviors(keys, signIn),
    });
    Annotations.of(distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      'The stack that holds the store lets CloudFront read it: cloudfront-reads.ts.',
    );
    acknowledge(distribution, 'AwsSolutions-CFR1', 'Readers travel, and sign in wherever they are.');
    acknowledge(distribution, 'AwsSolutions-CFR2', 'Behind it are files and one function that does nothing before a sign-in.');
    return distribution;
  }
}

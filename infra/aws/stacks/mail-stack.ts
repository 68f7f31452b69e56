import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DOOR_HEADER } from '../door.js';
import { BESIDE, doorSecret } from '../functions.js';
import { acknowledge } from '../nag.js';
import { type GivenFunctions, taskFunction } from './task-function.js';

/** What sellers answer to mails: the page of preferences, and what mail systems report. */
export class MailStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly given: GivenFunctions,
  ) {
    super(scope, id, given);
    const page = this.page();
    new CfnOutput(this, 'PreferencesPage', { value: `https://${page.distributionDomainName}/mail-preferences` });
    this.feedback();
  }

  /**
   * A function behind CloudFront. why not CloudFront's own signature (OAC): it signs a POST only where the sender says the hash of what it
   * sends, and no mail system does. So CloudFront names a secret, and the function answers nobody who does not.
   */
  private page(): cloudfront.Distribution {
    const { names, settings } = this.given;
    const door = new secrets.Secret(this, 'Door', {
      secretName: names.door,
      description: `What CloudFront says to the page of preferences of ${names.base}`,
      generateSecretString: { excludePunctuation: true, passwordLength: 43 },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(door, 'AwsSolutions-SMG4', 'Known to CloudFront and one function alone; a new one needs both to change at once.');
    const page = taskFunction(this, this.given, 'MailPreferences', BESIDE.MailPreferences!, settings.pagesAtOnce);
    page.node.addDependency(door);
    const url = page.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    const distribution = new cloudfront.Distribution(this, 'Page', {
      comment: `${names.base}: how often mails come`,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: new origins.FunctionUrlOrigin(url, { customHeaders: { [DOOR_HEADER]: doorSecret(names) } }),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
    distribution.node.addDependency(door);
    const accepted: Record<string, string> = {
      'AwsSolutions-CFR1': 'Sellers open it from wherever they are, and may stop mails from everywhere.',
      'AwsSolutions-CFR2':
        'A link that nobody signed is refused before anything is read, and of the function no more run at once than the settings say, where they say it.',
      'AwsSolutions-CFR3': 'A line of its log would hold the address, which is the key to a seller’s preferences.',
      'AwsSolutions-CFR4':
        'It has the certificate of cloudfront.net, which takes TLS 1.2 and newer from today’s browsers; a name of your own sets TLS 1.2.',
    };
    for (const [id, because] of Object.entries(accepted)) acknowledge(distribution, id, because);
    return distribution;
  }

  /** Bounces and complaints, to the seller whose mail it was. */
  private feedback(): void {
    const { names } = this.given;
    const target = taskFunction(this, this.given, 'MailFeedback', BESIDE.MailFeedback!);
    target.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new destinations.SqsDestination(sqs.Queue.fromQueueArn(this, 'MailFeedbackMissed', names.missedArn)),
    });
    new events.Rule(this, 'MailFeedbackRule', {
      ruleName: `${names.base}-mail-feedback`,
      description: 'Bounces and complaints of mails, to the preferences of their seller',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [names.mails] } } },
      },
      targets: [new targets.LambdaFunction(target)],
    });
  }
}

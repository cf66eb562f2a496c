import { Duration, type SecretValue } from "aws-cdk-lib";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import * as origins from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import { contentSecurityPolicy, edgeHeader, openerPolicy } from "../functions/src/headers.ts";
import { askedPaths, cachedPaths, dynamicPaths } from "../functions/src/paths.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Api } from "./api.ts";
import { cloudFrontCode } from "./edge/address.ts";
import type { Files } from "./files.ts";
import type { Handler } from "./functions.ts";
import { inChina, type Settings } from "./settings.ts";

/** People who type an address are led on to HTTPS; a program that sends something in the clear is refused, so that its mistake is seen. */
const encrypted = { viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY };
const isForPrograms = (path: string) => path.startsWith("/api/");

export interface SiteProps {
  readonly settings: Settings;
  readonly files: Files;
  readonly api: Api;
  readonly edgeSecret: SecretValue;
}

/** The public front: CloudFront before the bucket of finished pages and, for forms and the API, before the HTTP API. */
export class Site extends Construct {
  readonly distribution: cloudfront.Distribution;
  /** `https://host`, without a trailing slash. */
  readonly origin: string;

  readonly #props: SiteProps;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.#props = props;
    const { settings, files, api, edgeSecret } = props;
    const china = inChina(settings);
    // CloudFormation in China knows no origin access control; an access identity does the same there.
    const bucket = china
      ? origins.S3BucketOrigin.withOriginAccessIdentity(files.site)
      : origins.S3BucketOrigin.withOriginAccessControl(files.site);
    const http = new origins.HttpOrigin(api.host, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(30),
      customHeaders: { [edgeHeader]: edgeSecret.unsafeUnwrap() },
    });
    const common = {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.#headers(settings),
      compress: true,
    };
    const dynamic: cloudfront.BehaviorOptions = {
      ...common,
      origin: http,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    // Neither cookies nor the query nor the reader's headers reach them: they are the same for everybody.
    const made = {
      ...common,
      origin: http,
      compress: false,
      cachePolicy: new cloudfront.CachePolicy(this, "Made", {
        comment: "Pictures and papers: what their maker says, else nothing",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(1),
      }),
    };
    // CloudFront compresses only what it may keep; a search narrowed on a telephone is read over a slow line.
    const asked = {
      ...common,
      origin: http,
      cachePolicy: new cloudfront.CachePolicy(this, "Asked", {
        comment: "Searches and sitemaps: the same for the same question, for a second",
        queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
        minTtl: Duration.seconds(1),
        defaultTtl: Duration.seconds(1),
        maxTtl: Duration.hours(1),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
    };
    const fixed = { ...common, origin: bucket, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED };
    // China has no CloudFront functions: there the pages come through the HTTP API, which finds the file of an address itself.
    const pages = china
      ? { origin: http }
      : {
          origin: new origins.OriginGroup({ primaryOrigin: bucket, fallbackOrigin: http, fallbackStatusCodes: [403, 404] }),
          functionAssociations: [{ function: this.#address(), eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
        };
    this.distribution = new cloudfront.Distribution(this, "Distribution", {
      comment: `Lingxi ${settings.stage}`,
      httpVersion: china ? cloudfront.HttpVersion.HTTP2 : cloudfront.HttpVersion.HTTP2_AND_3,
      enableIpv6: !china,
      ...(settings.domainName ? { domainNames: [settings.domainName] } : {}),
      ...(settings.certificate && !china
        ? {
            certificate: acm.Certificate.fromCertificateArn(this, "Certificate", settings.certificate),
            minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      defaultBehavior: {
        ...common,
        ...pages,
        cachePolicy: new cloudfront.CachePolicy(this, "Pages", {
          comment: "Pages: what the file says (ask the bucket each time, but for a second), else a minute",
          // With none at all CloudFront keeps no compressed copy, and compresses anew for each reader.
          minTtl: Duration.seconds(1),
          defaultTtl: Duration.minutes(1),
          maxTtl: Duration.days(365),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
      },
      additionalBehaviors: {
        ...Object.fromEntries(dynamicPaths.map((path) => [path, isForPrograms(path) ? { ...dynamic, ...encrypted } : dynamic])),
        ...Object.fromEntries(askedPaths.map((path) => [path, asked])),
        ...Object.fromEntries(cachedPaths.map((path) => [path, made])),
        ...(china ? { "/_astro/*": fixed } : {}),
        "/media/*": fixed,
      },
    });
    const resource = this.distribution.node.defaultChild as cloudfront.CfnDistribution;
    if (china)
      resource.addPropertyOverride("DistributionConfig.ViewerCertificate", {
        IamCertificateId: settings.certificate,
        MinimumProtocolVersion: "TLSv1.2_2021",
        SslSupportMethod: "sni-only",
      });
    this.origin = `https://${settings.domainName ?? this.distribution.distributionDomainName}`;

    acknowledge(
      this.distribution,
      "AwsSolutions-CFR3",
      "Its log would hold whole addresses, and those below /my are secrets. The HTTP API logs each call by its route instead.",
    );
    acknowledge(this.distribution, "AwsSolutions-CFR1", "The programme is public: readers abroad are welcome.");
    acknowledge(
      this.distribution,
      "AwsSolutions-CFR2",
      "A web ACL for CloudFront can only be made in us-east-1 and not in China; the API is throttled, an operator may attach one.",
    );
    if (china)
      acknowledge(
        this.distribution,
        "AwsSolutions-CFR7",
        "CloudFormation in China knows no origin access control: an access identity stands in.",
      );
    if (!settings.certificate || china)
      acknowledge(
        this.distribution,
        "AwsSolutions-CFR4",
        china
          ? "TLS 1.2 is set by a property override, with the certificate from IAM."
          : "Without a domain name CloudFront uses its own certificate, whose TLS version cannot be set; domainName sets TLS 1.2.",
      );
  }

  #address(): cloudfront.Function {
    return new cloudfront.Function(this, "PageAddress", {
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      code: cloudfront.FunctionCode.fromInline(cloudFrontCode()),
    });
  }

  #headers(settings: Settings): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, "Headers", {
      comment: `Lingxi ${settings.stage}: nothing from elsewhere, in no frame`,
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          // A function may answer with a stricter one.
          override: false,
          contentSecurityPolicy,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: false },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: "Cross-Origin-Opener-Policy", value: openerPolicy, override: true }],
      },
    });
  }

  /** What CloudFront cannot answer from the bucket comes to the HTTP API, whose default route is this function. */
  answerRest(handler: Handler): void {
    this.#props.api.answerRest(handler.fn);
  }
}

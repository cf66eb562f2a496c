import { Aws, Duration, RemovalPolicy } from "aws-cdk-lib";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { functionPaths } from "../functions/src/paths.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Settings } from "./settings.ts";

/** Which function answers which path; `{proxy+}` is any path below. */
const routes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(functionPaths).map(([name, paths]) => [name, paths.map((path) => path.replace("*", "{proxy+}"))]),
);

/** The HTTP API: throttled, logged without query strings (they carry secret links), with X-Ray in the functions. */
export class Api extends Construct {
  readonly http: apigateway.HttpApi;
  readonly stage: apigateway.HttpStage;
  /** Host name, for CloudFront. */
  readonly host: string;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    this.http = new apigateway.HttpApi(this, "Http", { apiName: `lingxi-${settings.stage}`, createDefaultStage: false });
    const log = new logs.LogGroup(this, "AccessLog", {
      logGroupName: `/lingxi/${settings.stage}/http`,
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const context = (name: string) => `$context.${name}`;
    this.stage = new apigateway.HttpStage(this, "Stage", {
      httpApi: this.http,
      stageName: "$default",
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 1000, burstLimit: 2000 },
    });
    (this.stage.node.defaultChild as apigateway.CfnStage).accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        requestId: context("requestId"),
        time: context("requestTime"),
        ip: context("identity.sourceIp"),
        method: context("httpMethod"),
        route: context("routeKey"),
        status: context("status"),
        milliseconds: context("responseLatency"),
        error: context("integrationErrorMessage"),
      }),
    };
    this.host = `${this.http.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }

  /** Sends the paths of a function to it. @throws Error when no path is known for the function */
  answer(name: string, fn: lambda.IFunction): void {
    const paths = routes[name];
    if (!paths) throw new Error(`infra/api.ts does not say which paths functions/src/${name}/handler.ts answers.`);
    this.#route(
      name,
      fn,
      paths.map((path) => apigateway.HttpRouteKey.with(path, apigateway.HttpMethod.ANY)),
    );
  }

  /** Sends whatever has no route to a function. */
  answerRest(fn: lambda.IFunction): void {
    this.#route("rest", fn, [apigateway.HttpRouteKey.DEFAULT]);
  }

  #route(name: string, fn: lambda.IFunction, keys: readonly apigateway.HttpRouteKey[]): void {
    // One permission a function: with one a route the stack would have more resources than CloudFormation allows (500).
    const integration = new HttpLambdaIntegration(`${name}-integration`, fn, {
      timeout: Duration.seconds(29),
      scopePermissionToRoute: false,
    });
    for (const routeKey of keys) {
      const route = new apigateway.HttpRoute(this, `${name} ${routeKey.key}`, { httpApi: this.http, routeKey, integration });
      acknowledge(
        route,
        "AwsSolutions-APIG4",
        "The application authorises: forms and pages are public, each verb of core states who may call it.",
      );
    }
  }
}

/**
 * What texts of task definitions have in common, for links of version 1. Never change a letter of it: links that people
 * have sent would not open any more. A better one belongs to a next version.
 */
import { strToU8 } from 'fflate';

const WORDS = `"taskRoleArn": "arn:aws:iam:: :role/","executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
"pidMode": "task","ipcMode": "none","enableFaultInjection": true,"placementConstraints": [{"type": "memberOf", "expression": "attribute:ecs.
"runtimePlatform": {"cpuArchitecture": "ARM64","X86_64","operatingSystemFamily": "LINUX"},"ephemeralStorage": {"sizeInGiB": 21},
"proxyConfiguration": {"type": "APPMESH","containerName": "properties": [{"tags": [{ "key": "", "value": ""
"efsVolumeConfiguration": {"fileSystemId": "fs-","rootDirectory": "/","transitEncryption": "ENABLED","authorizationConfig": {"accessPointId": "fsap-","iam": "ENABLED"
"dockerVolumeConfiguration": {"scope": "shared","autoprovision": true,"driver": "local","driverOpts": {"labels": {"host": {"sourcePath": "/
"resourceRequirements": [{"type": "GPU","systemControls": [{"namespace": "net.","ulimits": [{"name": "nofile","softLimit": 65535,"hardLimit": 65535
"linuxParameters": {"initProcessEnabled": true,"capabilities": {"add": ["SYS_PTRACE"],"drop": ["ALL"]},"tmpfs": [{"containerPath": "/tmp","size": 
"dockerLabels": {"restartPolicy": {"enabled": true,"ignoredExitCodes": [0],"restartAttemptPeriod": 60},"repositoryCredentials": {"credentialsParameter":
"environmentFiles": [{"value": "arn:aws:s3:::","type": "s3"},"user": "1000:1000","workingDirectory": "/app","readonlyRootFilesystem": true,"privileged": false,
"interactive": true,"pseudoTerminal": true,"versionConsistency": "enabled","hostname": "extraHosts": [{"volumesFrom": [{"sourceContainer": "links": ["
"entryPoint": ["/bin/sh","-c"],"command": ["sh","-c","echo && exit 0 || exit 1 http://localhost:8080/health curl -f wget -q --spider 127.0.0.1
"secrets": [{"name": "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret: arn:aws:ssm:us-east-1:111122223333:parameter/
"secretOptions": [{"name": "apikey","valueFrom": "arn:aws:secretsmanager:us-east-1:
"firelensConfiguration": {"type": "fluentbit","options": { "enable-ecs-log-metadata": "true" }
public.ecr.aws/aws-observability/aws-for-fluent-bit:stable amazon/aws-otel-collector envoyproxy/envoy:v1 .dkr.ecr.us-east-1.amazonaws.com/ :latest
"logDriver": "awsfirelens","options": {"Name": "datadog","Host": "http-intake.logs.datadoghq.eu","TLS": "on","dd_service": "dd_source": "Name": "cloudwatch_logs","region": "us-east-1","log_group_name":
"environment": [{ "name": "NODE_ENV", "value": "production" },{ "name": "LOG_LEVEL", "value": "info" },{ "name": "PORT", "value": "8080" }
"behaviours":{"readyAfterSeconds":,"exits":{"afterSeconds":2,"code":0}},"sigtermExit":{"afterSeconds":0.6,"code":0}},"pullSeconds":1,"startSeconds":0,
"layout":{"v":1,"moved":{"container:app":{"x":,"y":"notes":{"v":1,"notes":[{"id":"text":"silenced":{"v":1,"scenarios":{"v":1,"scenarios":[{"id":"plan","name":"As planned",
"environment":{},"expectations":[],"stopRequestedAt":3600,"horizonSeconds":3720}]}}
"startTimeout": 60,"stopTimeout": 120,
"volumes": [
    { "name": "shared" }
  ]
}
"family": "service",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "requiresCompatibilities": [
    "FARGATE"
  ],
  "cpu": "1024",
  "memory": "2048",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "",
      "cpu": 256,
      "memory": 512,
      "memoryReservation": 256,
      "essential": true,
      "portMappings": [{ "containerPort": 8080, "hostPort": 8080, "protocol": "tcp", "name": "http", "appProtocol": "http" }],
      "dependsOn": [
        { "containerName": "", "condition": "SUCCESS" },
        { "containerName": "", "condition": "HEALTHY" },
        { "containerName": "", "condition": "START" },
        { "containerName": "", "condition": "COMPLETE" }
      ],
      "mountPoints": [
        { "sourceVolume": "shared", "containerPath": "/shared", "readOnly": true }
      ],
      "healthCheck": {
        "command": [
          "CMD-SHELL",
        "interval": 30,
        "timeout": 5,
        "retries": 3,
        "startPeriod": 10
      },
      "essential": false,
      "mountPoints": [{ "sourceVolume": "shared", "containerPath": "/shared" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/",
          "awslogs-region": "us-east-1",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    },
    {
      "name": "`;

export const dictionary1: Uint8Array = strToU8(WORDS);

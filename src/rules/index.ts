/** All rules, in the order in which people read them. */

import { awslogsRules } from './awslogs.ts';
import { awsvpcRules } from './awsvpc.ts';
import { containerMemoryRules } from './container-memory.ts';
import { containersRules } from './containers.ts';
import { dependsOnRules } from './depends-on.ts';
import { efsRules } from './efs.ts';
import { environmentRules } from './environment.ts';
import { ephemeralStorageRules } from './ephemeral-storage.ts';
import { execRules } from './exec.ts';
import { executionRoleRules } from './execution-role.ts';
import { familyRules } from './family.ts';
import { fargateContainerRules } from './fargate-container.ts';
import { fargateSizeRules } from './fargate-size.ts';
import { fargateTaskRules } from './fargate-task.ts';
import { firelensRules } from './firelens.ts';
import { firelensConfigurationRules } from './firelens-configuration.ts';
import { firelensRoutingRules } from './firelens-routing.ts';
import { gpuRules } from './gpus.ts';
import { hardeningRules } from './hardening.ts';
import { healthArithmeticRules } from './health-arithmetic.ts';
import { healthCheckRules } from './health-check.ts';
import { imagePlatformRules } from './image-platform.ts';
import { imageRules } from './images.ts';
import { kernelSettingRules } from './kernel-settings.ts';
import { linkRules } from './links.ts';
import { logDeliveryRules } from './log-delivery.ts';
import { logDriverRules } from './log-drivers.ts';
import { logRouterRules } from './log-router.ts';
import { managedInstancesRules } from './managed-instances.ts';
import { meshRules } from './mesh.ts';
import { mountRules } from './mounts.ts';
import { nameRules } from './names.ts';
import { otherVolumeRules } from './other-volumes.ts';
import { portClashRules } from './port-clashes.ts';
import { portNameRules } from './port-names.ts';
import { portRangeRules } from './port-ranges.ts';
import { portRules } from './ports.ts';
import { proxyRules } from './proxy.ts';
import { proxyPropertyRules } from './proxy-properties.ts';
import { requiredMemberRules } from './required-members.ts';
import { restartPolicyRules } from './restart-policy.ts';
import { roleRules } from './roles.ts';
import type { Rule } from './rule.ts';
import { secretSourceRules } from './secret-sources.ts';
import { secretRules } from './secrets.ts';
import { securityRules } from './security.ts';
import { serviceConnectRules } from './service-connect.ts';
import { sharedVolumeRules } from './shared-volumes.ts';
import { sidecarRules } from './sidecars.ts';
import { sizingRules } from './sizing.ts';
import { startOrderRules } from './start-order.ts';
import { tagRules } from './tags.ts';
import { taskSettingRules } from './task-settings.ts';
import { taskSizeRules } from './task-size.ts';
import { telemetryRules } from './telemetry.ts';
import { timeoutRules } from './timeouts.ts';
import { volumeKindRules } from './volume-kinds.ts';
import { volumeRules } from './volumes.ts';
import { waitingRules } from './waiting.ts';
import { readingRules } from './what-was-read.ts';
import { wholeTaskRules } from './whole-task.ts';
import { windowsRules } from './windows.ts';

/** Every rule. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...requiredMemberRules,
  ...familyRules,
  ...containersRules,
  ...nameRules,
  ...imageRules,
  ...imagePlatformRules,
  ...dependsOnRules,
  ...startOrderRules,
  ...waitingRules,
  ...sidecarRules,
  ...telemetryRules,
  ...healthCheckRules,
  ...healthArithmeticRules,
  ...timeoutRules,
  ...restartPolicyRules,
  ...portRules,
  ...portClashRules,
  ...portNameRules,
  ...portRangeRules,
  ...awsvpcRules,
  ...linkRules,
  ...volumeRules,
  ...volumeKindRules,
  ...mountRules,
  ...efsRules,
  ...otherVolumeRules,
  ...sharedVolumeRules,
  ...logDriverRules,
  ...awslogsRules,
  ...logDeliveryRules,
  ...firelensRules,
  ...firelensConfigurationRules,
  ...firelensRoutingRules,
  ...logRouterRules,
  ...environmentRules,
  ...secretRules,
  ...secretSourceRules,
  ...executionRoleRules,
  ...roleRules,
  ...fargateTaskRules,
  ...fargateSizeRules,
  ...fargateContainerRules,
  ...taskSizeRules,
  ...containerMemoryRules,
  ...sizingRules,
  ...ephemeralStorageRules,
  ...gpuRules,
  ...kernelSettingRules,
  ...windowsRules,
  ...managedInstancesRules,
  ...taskSettingRules,
  ...wholeTaskRules,
  ...proxyRules,
  ...proxyPropertyRules,
  ...meshRules,
  ...serviceConnectRules,
  ...securityRules,
  ...hardeningRules,
  ...execRules,
  ...tagRules,
];

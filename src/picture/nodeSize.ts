/** How large volumes, log destinations and edge labels are, by what is written on them. */
import type { DependencyEdge, LogNode, VolumeNode } from '../model/graph.ts';
import type { Volume } from '../model/volume.ts';
import type { Size } from './box.ts';
import type { Density } from './sizes.ts';
import { labelScale, logHeight } from './sizes.ts';
import { fitText, textWidth } from './textWidth.ts';

/** What kind of volume it is, in words for the second line of its pill. */
export function volumeKind(volume: Volume): string {
  if (volume.efsVolumeConfiguration) return 'EFS';
  if (volume.s3filesVolumeConfiguration) return 'S3 Files';
  if (volume.fsxWindowsFileServerVolumeConfiguration) return 'FSx for Windows';
  if (volume.dockerVolumeConfiguration) {
    return volume.dockerVolumeConfiguration.scope === 'shared' ? 'Docker volume, shared' : 'Docker volume';
  }
  if (volume.configuredAtLaunch) return 'EBS, set at launch';
  if (volume.host?.sourcePath) return 'host folder';
  return 'task volume';
}

/** At least 112 × 44, wider with its name up to 248; in a crowded task as wide as a card. */
export function volumeSize({ name, volume }: VolumeNode, density: Density): Size {
  if (density === 'dense') return { width: 248, height: 52 };
  const text = Math.max(
    textWidth(name, { size: 13, weight: 600 }),
    textWidth(volumeKind(volume), { size: 12 }),
  );
  return { width: even(Math.min(248, Math.max(112, 36 + text + 16))), height: 44 };
}

/** The words of a log destination as they fit on it: the title in full, the detail cut. */
export function logText({ title, detail }: LogNode): { readonly title: string; readonly detail: string } {
  return { title: fitText(title, 160, titleFont), detail: fitText(detail, 240, detailFont) };
}

/** 36 high, as wide as its words. */
export function logSize(node: LogNode): Size {
  const { title, detail } = logText(node);
  const words = textWidth(title, titleFont) + (detail === '' ? 0 : 6 + textWidth(detail, detailFont));
  return { width: even(36 + words + 16), height: logHeight };
}

const titleFont = { size: 12, weight: 600 } as const;
const detailFont = { size: 12, mono: true } as const;

/** The condition; with "added by ECS" where nobody wrote it. */
export function dependencyText(edge: DependencyEdge): string {
  return edge.addedBy ? `${edge.condition} added by ECS` : edge.condition;
}

/** A pill with a glyph and the condition: about 84 × 18. */
export function dependencyLabelSize(edge: DependencyEdge, density: Density): Size {
  const words = textWidth(dependencyText(edge), { size: 11, weight: 600 });
  return scaled({ width: even(words + 30), height: 18 }, density);
}

/** Words that lie on a data edge: rw, ro, stdout. */
export function dataLabelSize(text: string, density: Density, glyph: boolean): Size {
  const words = textWidth(text, { size: 11, weight: 600 });
  return scaled({ width: even(words + (glyph ? 28 : 12)), height: 16 }, density);
}

function scaled({ width, height }: Size, density: Density): Size {
  return { width: even(width * labelScale[density]), height: even(height * labelScale[density]) };
}

function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}

import { classNames } from './classNames.ts';
import './Icon.css';
import { type IconName, icons } from './icons.ts';

/** What Icon takes. */
export interface IconProps {
  readonly name: IconName;
  /** Edge in pixels: 16 beside text of 13 px, 14 in facts, 12 in pills. */
  readonly size?: number | undefined;
  /** Words for somebody who does not see it; without them the icon is decoration. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** A drawing of the product's own set, in the colour of the text around it. */
export function Icon({ name, size = 16, label, className }: IconProps) {
  const { stroke, fill } = icons[name];
  const shapes = (
    <>
      {stroke && <path d={stroke} />}
      {fill && <path className="icon-fill" d={fill} />}
    </>
  );
  const common = {
    className: classNames('icon', className),
    width: size,
    height: size,
    viewBox: '0 0 16 16',
    // Small drawings keep a line of more than one pixel.
    strokeWidth: size < 14 ? 1.75 : 1.5,
  };
  if (label === undefined) {
    return (
      <svg {...common} aria-hidden="true" focusable="false">
        {shapes}
      </svg>
    );
  }
  return (
    <svg {...common} role="img" aria-label={label}>
      {shapes}
    </svg>
  );
}

import { useEffect, useState } from 'react';
import { withFonts } from './pageFonts.ts';

/** A standalone SVG shown as it is on the page: with the page's fonts, once they are there. */
export function Picture({
  svg,
  alt,
  className,
}: {
  readonly svg: string;
  readonly alt: string;
  readonly className?: string;
}) {
  const [dressed, setDressed] = useState<{ readonly svg: string; readonly text: string }>();
  useEffect(() => {
    let wanted = true;
    withFonts(svg).then(
      (text) => wanted && setDressed({ svg, text }),
      // Without them it is still a picture.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [svg]);
  const shown = dressed?.svg === svg ? dressed.text : svg;
  return <img alt={alt} className={className} src={`data:image/svg+xml,${encodeURIComponent(shown)}`} />;
}

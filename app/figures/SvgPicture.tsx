/** A figure of the core as a picture; `alt` says in words what is in it. */
export function SvgPicture({
  svg,
  alt,
  className,
}: {
  readonly svg: string;
  readonly alt: string;
  readonly className?: string;
}) {
  return <img className={className} alt={alt} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}

import { signal } from '../store/viewStore.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Zooms the lanes as the keys do. */
export function ZoomButtons({ whole }: { readonly whole: boolean }) {
  const reason = whole ? 'The whole run is in view' : undefined;
  return (
    <>
      <IconButton
        size="dense"
        icon="minus"
        label="Zoom out the timeline"
        disabledReason={reason}
        onClick={() => signal('timelineOut')}
      />
      <IconButton
        size="dense"
        icon="fit"
        label="Fit the whole run"
        disabledReason={reason}
        onClick={() => signal('timelineFit')}
      />
      <IconButton
        size="dense"
        icon="plus"
        label="Zoom in the timeline"
        onClick={() => signal('timelineIn')}
      />
    </>
  );
}

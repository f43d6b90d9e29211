/** What a drag from the Add panel to the canvas carries: the id of an entry. */
export const DRAG_TYPE = 'application/x-ecs-designer-entry';

import { type ConnectionLineComponentProps, getBezierPath } from 'reactflow';
import { refusedConnection } from './refusedEdge.ts';

/** The line that is being drawn; over a card where ECS would refuse the edge, it says so before it is let go. */
export function ConnectionLine({
  fromX,
  fromY,
  toX,
  toY,
  fromPosition,
  toPosition,
  fromNode,
  fromHandle,
  toNode,
  connectionStatus,
}: ConnectionLineComponentProps) {
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const refused =
    connectionStatus === 'valid' ? undefined : refusedConnection({ fromNode, fromHandle, toNode });
  if (refused === undefined || toNode === null)
    return <path d={path} fill="none" className="react-flow__connection-path" />;
  const { x, y } = toNode.internals.positionAbsolute;
  return (
    <>
      <path d={path} fill="none" className="react-flow__connection-path connection-refused" />
      <text x={x + (toNode.measured.width ?? 0) / 2} y={y - 8} className="connection-words">
        {refused.brief}
      </text>
    </>
  );
}

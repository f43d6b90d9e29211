/** What dragging costs with React Flow alone: 14 default nodes, 13 edges. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Background, ReactFlow } from 'reactflow';
import 'reactflow/dist/style.css';

const defaultNodes = Array.from({ length: 14 }, (_, index) => ({
  id: `n${index}`,
  position: { x: (index % 4) * 300, y: Math.floor(index / 4) * 180 },
  data: { label: `node ${index}` },
}));
const defaultEdges = defaultNodes
  .slice(1)
  .map(({ id }, index) => ({ id: `e${id}`, source: `n${index}`, target: id }));

createRoot(document.getElementById('root')).render(
  createElement(ReactFlow, { defaultNodes, defaultEdges, fitView: true }, createElement(Background)),
);

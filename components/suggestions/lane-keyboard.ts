import { KeyboardSensor } from "@dnd-kit/dom";

const forward = ["right", "down"];

/** Arrow keys go from lane to lane in the order of the page, not by so many pixels. */
export class LaneKeyboard extends KeyboardSensor {
  protected override handleMove(direction: "up" | "down" | "left" | "right", event: KeyboardEvent): void {
    const { shape, target } = this.manager.dragOperation;
    const lanes = [...this.manager.registry.droppables]
      .flatMap(({ id, element }) => (element ? [{ id, element }] : []))
      .sort((a, b) =>
        a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
    const here = lanes.findIndex(({ id }) => id === target?.id);
    const next = lanes[(here + (forward.includes(direction) ? 1 : -1) + lanes.length) % lanes.length];
    if (!shape || !next) return;
    event.preventDefault();
    next.element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = next.element.getBoundingClientRect();
    const { x, y } = shape.current.center;
    this.manager.actions.move({ event, by: { x: left + width / 2 - x, y: top + height / 2 - y } });
  }
}

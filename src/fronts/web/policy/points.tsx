interface PointsProps {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}

/** A heading and what it stands for, point by point. */
export const Points = ({ id, title, points }: PointsProps) => (
  <section class="card prose" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul>
      {points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  </section>
);

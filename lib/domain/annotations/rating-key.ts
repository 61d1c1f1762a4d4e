/** Names one rating inside an annotation: `believability.1`. */
export function ratingKey(rating: { dimension: string; agent: number }): string {
  return `${rating.dimension}.${rating.agent}`;
}

"use client";
import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * The width of a box in whole CSS pixels, followed while it changes; null on the server and before it is first measured,
 * so that nothing is drawn there.
 */
export function useWidth<Box extends HTMLElement>(): [RefObject<Box | null>, number | null] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.getBoundingClientRect().width) || null);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

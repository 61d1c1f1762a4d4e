export { StudioLayout as default } from "#app/studio-layout.tsx";

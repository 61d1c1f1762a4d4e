/** The request header in which the proxy tells pages their own path with its query; set by the proxy alone. */
export const PATH_HEADER = "x-studio-path";

/** Days for which the file of an import that failed or was stopped is kept, so that it can be tried again. */
export const STOPPED_FILE_DAYS = 14;

/** Hours after which a file that belongs to no import is removed: what a process that was killed while receiving left. */
export const STRAY_FILE_HOURS = 24;

/** Lower-case words joined by hyphens: the id of a question, a topic, a quiz. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

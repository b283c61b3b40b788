package org.signpost.answering;

import java.util.Map;

/**
 * Why an answer came out as it did: what was understood, every statement considered with
 * its scores and why it was kept or dropped, the rule that decided, and timings.
 *
 * @param stages the stages' own accounts in the order they ran, ready to be written as
 * JSON (strings, numbers, booleans, lists and maps only)
 */
public record AnswerTrace(Map<String, Object> stages) {

}

package org.signpost.web.adviser;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Nation;

/**
 * A question to be answered.
 *
 * @param question the words, at most 500 characters
 * @param conversation id of the conversation it goes on with, a new one when left out
 * @param nation what is known of the asker; the question's own words win over it
 * @param force whether {@code nation} wins over the question's words
 * @param date the day to answer as of, today when left out
 */
record AnswerRequest(
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500,
				example = "what's the SEN allowance in Northern Ireland?") @Nullable String question,
		@Schema(format = "uuid") @Nullable String conversation, @Nullable Nation nation, @Nullable Boolean force,
		@JsonFormat(lenient = OptBoolean.FALSE) @Nullable LocalDate date) {
}

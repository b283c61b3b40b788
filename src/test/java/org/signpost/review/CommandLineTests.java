package org.signpost.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	@Test
	void tellsWordsFromOptions() {
		var line = CommandLine.of(List.of("a.jsonl", "--min-pass=80", "--traces", "b.jsonl", "--signpost.data=/tmp"));
		assertThat(line.words()).containsExactly("a.jsonl", "b.jsonl");
		assertThat(line.value("min-pass", "0")).isEqualTo("80");
		assertThat(line.has("traces")).isTrue();
		assertThat(line.has("failures")).isFalse();
		assertThat(line.value("data", "data")).isEqualTo("/tmp");
		assertThat(line.value("failures", "20")).isEqualTo("20");
	}

	@Test
	void aValueMayHoldAnEqualsSign() {
		assertThat(CommandLine.of(List.of("--a=b=c")).value("a", "")).isEqualTo("b=c");
	}

}

package org.signpost.understanding;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionTextTests {

	private final QuestionText text = new QuestionText(Map.of("u", "you", "wat", "what", "w/e", "weekend"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			what is   the\\npay ?                                      | what is the pay ?
			<b>what</b> is the pay                                      | what is the pay
			<script>alert('pay')</script>what is the pay                | what is the pay
			what is the pay'; DROP TABLE users; --                      | what is the pay
			what is the pay 🙂🙂                                         | what is the pay
			see https://a.example/b?c=d what is the pay                 | see what is the pay
			whaaaaaat is the pay                                        | whaat is the pay
			what’s the pay                                              | what's the pay
			**what** is the `pay`                                       | what is the pay
			<!-- a > b -->what is the pay                               | what is the pay
			<img alt="a>b">what is the pay                              | what is the pay
			what is the pay under <band 6                               | what is the pay under band 6
			I </3 this job, what is the pay                             | I /3 this job, what is the pay
			is it &pound;24,750 &amp; more &#63;                        | is it £24,750 & more ?
			<style>p { color: red }</style>what is the pay              | what is the pay
			""")
	void takesOff(String typed, String clean) {
		assertThat(this.text.clean(typed.replace("\\n", "\n"))).isEqualTo(clean);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What's the pay, £24,750 or more?", "Is 50% of it mine (or not)?",
			"Can I select a school and update my form?", "Can I drop into the careers office?",
			"I'd like to select from three schools; update me", "From A to B; then C.", "R&D, Q&A and M&S; AT&T",
			"pay&notice" })
	void leavesAlone(String typed) {
		assertThat(this.text.clean(typed)).isEqualTo(typed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "🙂", "<br>", "   ", "###", "<script>x</script>" })
	void nothingIsLeftOfWhatHasNoWords(String typed) {
		assertThat(this.text.clean(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			wat do u need          | what do you need
			WAT do U need          | what do you need
			free at the w/e?       | free at the weekend?
			""")
	void spellsOut(String clean, String spelled) {
		assertThat(this.text.spellOut(clean)).isEqualTo(spelled);
	}

	@ParameterizedTest
	@ValueSource(strings = { "up", "water", "£u" })
	void doesNotSpellOut(String clean) {
		assertThat(this.text.spellOut(clean)).doesNotStartWith("you").doesNotContain("what");
	}

	@Test
	void theFormsOfTheEngineAreRead() {
		var forms = Resource.yaml("language/texting.yaml");
		assertThat(forms.path("u").asString()).isEqualTo("you");
		assertThat(forms.has("ni")).isFalse();
	}

}

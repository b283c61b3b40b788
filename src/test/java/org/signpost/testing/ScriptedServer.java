package org.signpost.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

import org.signpost.answering.CurrentEmbedding;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.answering.QuestionAnswering;
import org.signpost.conversation.Question;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.language.SentenceEmbedding;
import org.signpost.language.LanguageTools;
import org.signpost.language.Sentences;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The server with everything but the engine, which is a script. Deliberately not a
 * configuration that is found by scanning: only a test that names it gets it. Has a main
 * method so that tests can run it in processes of its own and kill them.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan({ "org.signpost.web", "org.signpost.conversation", "org.signpost.review" })
@ComponentScan(basePackages = { "org.signpost.web", "org.signpost.conversation", "org.signpost.review" },
		excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ComponentScan(basePackages = "org.signpost.answering", useDefaultFilters = false,
		includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.DialogueConfiguration"))
@ComponentScan(basePackages = "org.signpost.review", useDefaultFilters = false,
		includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.GapConfiguration"))
public class ScriptedServer {

	public static void main(String[] args) {
		SpringApplication.run(ScriptedServer.class, args);
	}

	@Bean
	ScriptedAnswering questionAnswering() {
		return new ScriptedAnswering();
	}

	/** Without a model: questions are alike when their words are. */
	@Bean
	CurrentEmbedding currentEmbedding() {
		return SentenceEmbedding::none;
	}

	@Bean
	CurrentKnowledgeBase currentKnowledgeBase() throws URISyntaxException {
		return reading()::knowledgeBase;
	}

	/** Whatever a draft states, its answers are those of the script, and never wait. */
	@Bean
	Editions editions(ScriptedAnswering script) throws URISyntaxException {
		var edition = Edition.of(reading(), script);
		return new Editions() {

			@Override
			public Edition current() {
				return edition;
			}

			@Override
			public Reading read(Path folder) {
				return new KnowledgeBaseReader(new Sentences()).read(folder);
			}

			@Override
			public QuestionAnswering engine(KnowledgeBase knowledgeBase) {
				return (question, history) -> script.answer(new Question(question.text().replace("wait", "ask"),
						question.nation(), question.forceNation(), question.date()), history);
			}

			@Override
			public LanguageTools beside() {
				return LanguageTools.load(false, null);
			}

		};
	}

	private static Reading reading() throws URISyntaxException {
		var folder = Path.of(Objects.requireNonNull(ScriptedServer.class.getResource("/scripted-server")).toURI());
		return new KnowledgeBaseReader(new Sentences()).read(folder);
	}

}

package org.signpost;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.signpost.review.Commands;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server, or runs one command and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Signpost {

	/** Held here, as the library that keeps it lets go of it. */
	private static final java.util.logging.Logger lucene = java.util.logging.Logger
		.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

	public static void main(String[] args) throws Exception {
		if (args.length == 2 && args[0].equals("rehearse")) {
			Rehearsal.run(Path.of(args[1]));
			System.exit(0);
		}
		if (Commands.isCommand(args)) {
			quieten();
			System.exit(Commands.run(args));
		}
		var application = new SpringApplication(Signpost.class);
		application.addListeners(new StartChecks());
		try {
			application.run(args);
		}
		catch (RuntimeException ex) {
			if (StartFailure.reason(ex).isEmpty()) {
				throw ex;
			}
			System.exit(StartFailure.STATUS);
		}
	}

	/** Without Spring Boot nobody has told the libraries to keep to what matters. */
	private static void quieten() {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		((Logger) LoggerFactory.getLogger("org.signpost")).setLevel(Level.INFO);
		lucene.setLevel(java.util.logging.Level.SEVERE);
	}

}

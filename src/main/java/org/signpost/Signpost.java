package org.signpost;

import org.signpost.review.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server, or runs one command and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Signpost {

	public static void main(String[] args) {
		if (Commands.knows(args)) {
			System.exit(Commands.run(args));
		}
		SpringApplication.run(Signpost.class, args);
	}

}

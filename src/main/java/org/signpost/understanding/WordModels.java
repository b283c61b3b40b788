package org.signpost.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;

import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns OpenNLP's maximum entropy models by a quasi-Newton method and keeps them. The
 * same events give the same model.
 */
final class WordModels {

	private WordModels() {
	}

	/**
	 * Learns; seconds for some ten thousand events.
	 * @param events outcomes with their features
	 * @param cutoff features met more seldom are left out
	 * @param iterations steps of the method
	 */
	static AbstractModel learn(List<Event> events, int cutoff, int iterations) throws IOException {
		var parameters = new TrainingParameters();
		parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
		parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
		parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
		parameters.put("PrintMessages", false);
		return (AbstractModel) TrainerFactory.getEventTrainer(parameters, new HashMap<>())
			.train(ObjectStreamUtils.createObjectStream(events));
	}

	static void write(AbstractModel model, DataOutputStream out) throws IOException {
		new GenericModelWriter(model, out).persist();
	}

	static MaxentModel read(DataInputStream in) throws IOException {
		return new GenericModelReader(new BinaryFileDataReader(in)).getModel();
	}

}

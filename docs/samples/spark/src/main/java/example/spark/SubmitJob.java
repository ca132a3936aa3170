package example.spark;

import java.io.IOException;
import org.apache.spark.launcher.SparkLauncher;

/** Submits the Python job to a cluster of two executors on this machine, each a process of its own. */
public final class SubmitJob {

    private SubmitJob() {}

    /**
     * @param arguments the folder of Spark; the Python that runs the main file; the main file; the archive that executors
     *     run
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Process job = new SparkLauncher()
                .setSparkHome(arguments[0])
                .setJavaHome(System.getProperty("java.home"))
                .setMaster("local-cluster[2,1,1024]")
                .setAppName("readings")
                // Every executor unpacks it in its working directory, under the name behind the #.
                .setConf("spark.archives", arguments[3] + "#environment")
                .setConf("spark.pyspark.python", "./environment/bin/python")
                .setConf("spark.pyspark.driver.python", arguments[1])
                .setConf("spark.ui.enabled", "false")
                .setAppResource(arguments[2])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .launch();
        int exit = job.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The job failed with " + exit + "; see what it printed above.");
        }
    }
}

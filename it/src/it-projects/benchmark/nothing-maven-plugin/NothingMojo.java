package com.example;

import org.apache.maven.plugin.AbstractMojo;

/** Does nothing: what a build pays for any plugin at all. */
public final class NothingMojo extends AbstractMojo {

    @Override
    public void execute() {}
}

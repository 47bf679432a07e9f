using System;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Snippets;

namespace FetchHive.Emulator;

/// <summary>Configures an emulator before it starts.</summary>
public sealed class FetchHiveEmulatorBuilder
{
    internal FetchHiveEmulatorBuilder()
    {
    }

    internal FetchHiveEmulatorOptions Options { get; } = new();

    internal DeploymentTable Deployments { get; } = new();

    /// <summary>Deploys one variant of a workflow.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="configure">Declares the Start inputs and the output of a run.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">A name is empty, or this variant is already deployed.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="configure"/> doesn't set the output of a run, or sets it
    /// twice.</exception>
    public FetchHiveEmulatorBuilder Deploy(string deployment, string variant, Action<DeploymentBuilder> configure)
    {
        Deployments.Add(deployment, variant, configure);
        return this;
    }

    /// <summary>
    /// Deploys every snippet that the build put beside the application, in the folder <c>fetchhive</c>: those of this project and of the
    /// projects that it references. Each input takes the JSON kind that its sample has, and is required unless <c># optional:</c> names it;
    /// runs yield the samples of outputs in turn. To change a deployment afterwards, call <c>Deploy</c> with its names: it overrides the
    /// snippet.
    /// </summary>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">There is no snippet.</exception>
    /// <exception cref="FormatException">
    /// A snippet or a sample can't be read. The message has the compiler's text (FH5001) for each.
    /// </exception>
    /// <exception cref="ArgumentException">A variant is already deployed, by code or by a snippet that differs.</exception>
    public FetchHiveEmulatorBuilder DeploySnippets()
    {
        Deployments.AddSnippets();
        return this;
    }

    /// <summary>
    /// Deploys every snippet of a folder and the folders in it, as <see cref="DeploySnippets()"/> does. Folders that builds and tools
    /// create (<c>bin</c>, <c>obj</c>, <c>artifacts</c>, <c>node_modules</c>, <c>TestResults</c>, and names that begin with a dot) and
    /// links to folders are skipped.
    /// </summary>
    /// <param name="folder">The folder: absolute, or relative to the current one.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty, or a variant is already deployed.</exception>
    /// <exception cref="System.IO.DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">There is no snippet.</exception>
    /// <exception cref="FormatException">
    /// A snippet or a sample can't be read. The message has the compiler's text (FH5001) for each.
    /// </exception>
    public FetchHiveEmulatorBuilder DeploySnippets(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Deployments.AddSnippets(folder);
        return this;
    }

    /// <summary>Deploys one snippet, with the samples of outputs beside it, as <see cref="DeploySnippets()"/> does.</summary>
    /// <param name="path">
    /// The file: its full path, its name, or the end of its path in the folder <c>fetchhive</c> beside the application.
    /// </param>
    /// <param name="configure">Overrides the snippet: redeclares an input, or sets the output of a run.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="System.IO.FileNotFoundException">There is no such file, or there are several.</exception>
    /// <exception cref="FormatException">The snippet or a sample can't be read. The message has the compiler's text (FH5001).</exception>
    /// <exception cref="ArgumentException">A variant is already deployed.</exception>
    public FetchHiveEmulatorBuilder DeploySnippet(string path, Action<DeploymentBuilder>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Deployments.Add(SnippetFolder.ReadOne(path), configure);
        return this;
    }

    /// <summary>Sets the API key, and the emulator's assumptions about what the service doesn't document.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public FetchHiveEmulatorBuilder Configure(Action<FetchHiveEmulatorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options);
        return this;
    }
}

using System;
using FetchHive.Emulator.Deployments;

namespace FetchHive.Emulator;

/// <summary>What an emulator starts with.</summary>
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
    /// <param name="configure">Declares the Start inputs and what a run yields.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">A name is empty, or this variant is already deployed.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="configure"/> doesn't say what a run yields, or says it twice.</exception>
    public FetchHiveEmulatorBuilder Deploy(string deployment, string variant, Action<DeploymentBuilder> configure)
    {
        Deployments.Add(deployment, variant, configure);
        return this;
    }

    /// <summary>Sets the API key and what the emulator assumes where the service's documentation is silent.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public FetchHiveEmulatorBuilder Configure(Action<FetchHiveEmulatorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(Options);
        return this;
    }
}

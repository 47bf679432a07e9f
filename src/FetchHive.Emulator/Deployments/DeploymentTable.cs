using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FetchHive.Emulator.Deployments;

/// <summary>What is deployed, in the order of deployment. Thread-safe: tests deploy on a running emulator.</summary>
internal sealed class DeploymentTable
{
    private readonly object _gate = new();
    private readonly List<Deployment> _deployments = [];

    /// <summary>Deploys what <paramref name="configure"/> describes.</summary>
    public void Add(string deployment, string variant, Action<DeploymentBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deployment);
        ArgumentException.ThrowIfNullOrWhiteSpace(variant);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new DeploymentBuilder(deployment, variant);
        configure(builder);
        lock (_gate)
        {
            if (Find(deployment, variant) is not null)
            {
                throw new ArgumentException($"\"{deployment}\"/\"{variant}\" is already deployed. Deploy each variant of a deployment once.", nameof(variant));
            }

            // The service has one secret for each deployment, whatever the variant.
            string? shared = FindFirst(deployment)?.WebhookSecret;
            Deployment added = builder.Build(shared);
            if (shared is not null && added.WebhookSecret != shared)
            {
                throw new ArgumentException(
                    $"Another variant of \"{deployment}\" has a different webhook secret. A deployment has one secret: give it to one variant only, or the same to each.",
                    nameof(configure));
            }

            _deployments.Add(added);
        }
    }

    /// <summary>Finds a variant; without one, the variant of that deployment which came first.</summary>
    public bool TryGet(string deployment, string? variant, [NotNullWhen(true)] out Deployment? found)
    {
        lock (_gate)
        {
            found = variant is null ? FindFirst(deployment) : Find(deployment, variant);
        }

        return found is not null;
    }

    /// <summary>Finds a variant for a caller in the test, who must know its name.</summary>
    public Deployment Get(string deployment, string? variant)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deployment);
        if (!TryGet(deployment, variant, out Deployment? found))
        {
            string name = variant is null ? $"\"{deployment}\"" : $"\"{deployment}\"/\"{variant}\"";
            throw new ArgumentException($"{name} is not deployed on this emulator; {Describe()}.", nameof(deployment));
        }

        return found;
    }

    /// <summary>Why a call's deployment isn't there: mostly because its variant is another.</summary>
    public string WhyNotFound(string deployment, string? variant)
    {
        List<string> variants;
        lock (_gate)
        {
            variants = _deployments.FindAll(d => d.Name == deployment).ConvertAll(d => $"\"{d.Variant}\"");
        }

        return variants.Count == 0
            ? $"Deployment not found: \"{deployment}\"/\"{variant}\"; {Describe()}."
            : $"Variant not found: the deployment \"{deployment}\" has no variant \"{variant}\"; it has {string.Join(", ", variants)}.";
    }

    /// <summary>What is deployed, for a message: a misspelt name is the usual cause of not finding one.</summary>
    public string Describe()
    {
        lock (_gate)
        {
            if (_deployments.Count == 0)
            {
                return "nothing is deployed";
            }

            var text = new StringBuilder("deployed are ");
            for (int i = 0; i < _deployments.Count; i++)
            {
                text.Append(i == 0 ? "" : ", ").Append('"').Append(_deployments[i].Name).Append("\"/\"").Append(_deployments[i].Variant).Append('"');
            }

            return text.ToString();
        }
    }

    private Deployment? Find(string deployment, string variant) => _deployments.Find(d => d.Name == deployment && d.Variant == variant);

    private Deployment? FindFirst(string deployment) => _deployments.Find(d => d.Name == deployment);
}

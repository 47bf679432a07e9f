using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FetchHive.Emulator.Snippets;
using FetchHive.Generators.Snippets;

namespace FetchHive.Emulator.Deployments;

/// <summary>What is deployed, in the order of deployment. Thread-safe: tests deploy on a running emulator.</summary>
internal sealed class DeploymentTable
{
    private readonly object _gate = new();
    private readonly List<Deployment> _deployments = [];

    /// <summary>Deploys what <paramref name="configure"/> describes, or lets it change what a snippet says.</summary>
    public void Add(string deployment, string variant, Action<DeploymentBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deployment);
        ArgumentException.ThrowIfNullOrWhiteSpace(variant);
        ArgumentNullException.ThrowIfNull(configure);
        TryGet(deployment, variant, out Deployment? known);
        DeploymentBuilder builder = Describe(deployment, variant, known?.Snippet, configure);
        lock (_gate)
        {
            // A snippet says how a deployment is; code says, afterwards, how a test wants it. Code says it once.
            if (known is { Snippet: null } || Find(deployment, variant) != known)
            {
                throw new ArgumentException(
                    $"\"{deployment}\"/\"{variant}\" is already deployed. Deploy each variant of a deployment once.", nameof(variant));
            }

            Put(builder, deployment, null, known);
        }
    }

    /// <summary>Deploys a snippet, for each of its variants. Of files that say the same, one with samples counts.</summary>
    public void Add(DeployedSnippet snippet, Action<DeploymentBuilder>? configure)
    {
        string deployment = snippet.Snippet.Deployment.Value;
        foreach (SnippetName name in snippet.Snippet.Variants)
        {
            string variant = name.Value;
            DeploymentBuilder builder = Describe(deployment, variant, snippet, configure);
            lock (_gate)
            {
                Deployment? known = Find(deployment, variant);
                bool isSame = known?.Snippet is { } other && configure is null && other.IsSameAs(snippet);
                if (known is null || (isSame && known.Snippet!.Outputs.Count == 0))
                {
                    Put(builder, deployment, snippet, known);
                }
                else if (!isSame)
                {
                    string by = known.Snippet is null ? "" : " by " + known.Snippet.Path;
                    throw new ArgumentException(
                        $"\"{deployment}\"/\"{variant}\" of {snippet.Path} is already deployed{by}. "
                            + "Deploy each variant of a deployment once. To change one that a snippet deployed, call Deploy with "
                            + "its names.",
                        nameof(snippet));
                }
            }
        }
    }

    /// <summary>What is deployed now, in the order of deployment.</summary>
    public EmulatedDeployment[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _deployments.ConvertAll(static deployment => deployment.Describe())];
        }
    }

    /// <summary>Deploys the snippets of a folder; of the one beside the application for null.</summary>
    public void AddSnippets(string? folder = null)
    {
        foreach (DeployedSnippet snippet in SnippetFolder.ReadAll(folder))
        {
            Add(snippet, null);
        }
    }

    private static DeploymentBuilder Describe(
        string deployment, string variant, DeployedSnippet? snippet, Action<DeploymentBuilder>? configure)
    {
        DeploymentBuilder builder = new(deployment, variant);
        if (snippet is not null)
        {
            builder.Take(snippet);
        }

        configure?.Invoke(builder);
        return builder;
    }

    private void Put(DeploymentBuilder builder, string deployment, DeployedSnippet? snippet, Deployment? known)
    {
        // The service has one secret for each deployment, whatever the variant.
        Deployment? first = FindFirst(deployment);
        Deployment added = builder.Build(first?.WebhookSecret, snippet, known);
        List<Deployment> others = _deployments.FindAll(other => other.Name == deployment && other != known);
        if (others.Exists(other => other.WebhookSecret != added.WebhookSecret && other.Snippet is null))
        {
            throw new ArgumentException(
                $"Another variant of \"{deployment}\" has a different webhook secret. A deployment has one secret: "
                    + "give it to one variant only, or the same to each.",
                nameof(builder));
        }

        others.ForEach(other => other.WebhookSecret = added.WebhookSecret);
        if (known is null)
        {
            _deployments.Add(added);
        }
        else
        {
            _deployments[_deployments.IndexOf(known)] = added;
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
                text
                    .Append(i == 0 ? "" : ", ")
                    .Append('"')
                    .Append(_deployments[i].Name)
                    .Append("\"/\"")
                    .Append(_deployments[i].Variant)
                    .Append('"');
            }

            return text.ToString();
        }
    }

    private Deployment? Find(string deployment, string variant) => _deployments.Find(d => d.Name == deployment && d.Variant == variant);

    private Deployment? FindFirst(string deployment) => _deployments.Find(d => d.Name == deployment);
}

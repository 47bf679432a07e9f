using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FetchHive.Emulator.Snippets;
using FetchHive.Generators.Snippets;

namespace FetchHive.Emulator.Deployments;

/// <summary>The deployments, in the order of deployment. It is thread-safe, because tests deploy on a running emulator.</summary>
internal sealed class DeploymentTable
{
    private readonly object _gate = new();
    private readonly List<Deployment> _deployments = [];

    /// <summary>Deploys what <paramref name="configure"/> describes, or lets it change a snippet's deployment.</summary>
    public void Add(string deployment, string variant, Action<DeploymentBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deployment);
        ArgumentException.ThrowIfNullOrWhiteSpace(variant);
        ArgumentNullException.ThrowIfNull(configure);
        TryGet(deployment, variant, out Deployment? known);
        DeploymentBuilder builder = Describe(deployment, variant, known?.Snippet, configure);
        lock (_gate)
        {
            // A snippet describes a deployment, and a test's code may then override it. Code may do so once.
            if (known is { Snippet: null } || Find(deployment, variant) != known)
            {
                throw new ArgumentException(
                    $"\"{deployment}\"/\"{variant}\" is already deployed. Deploy each variant of a deployment once.", nameof(variant));
            }

            Put(builder, deployment, null, known);
        }
    }

    /// <summary>Deploys each of a snippet's variants. If several files say the same, one with samples wins.</summary>
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

    /// <summary>The current deployments, in the order of deployment.</summary>
    public EmulatedDeployment[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _deployments.ConvertAll(static deployment => deployment.Describe())];
        }
    }

    /// <summary>Deploys the snippets of a folder; null means the folder beside the application.</summary>
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

    /// <summary>Finds a variant. Without a variant's name, it finds the deployment's first variant.</summary>
    public bool TryGet(string deployment, string? variant, [NotNullWhen(true)] out Deployment? found)
    {
        lock (_gate)
        {
            found = variant is null ? FindFirst(deployment) : Find(deployment, variant);
        }

        return found is not null;
    }

    /// <summary>Finds a variant for the test's code, which must know its name.</summary>
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

    /// <summary>Why a call's deployment isn't found. Usually only the variant is wrong.</summary>
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

    /// <summary>Lists the deployments for a message, because the usual cause is a misspelt name.</summary>
    public string Describe()
    {
        lock (_gate)
        {
            if (_deployments.Count == 0)
            {
                return "nothing is deployed";
            }

            var text = new StringBuilder("deployed: ");
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

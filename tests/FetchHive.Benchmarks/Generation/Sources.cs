using System.Globalization;

namespace FetchHive.Benchmarks.Generation;

/// <summary>The files of the measured projects.</summary>
internal static class Sources
{
    /// <summary>An interface with two methods and its own types, as the direct-call study declares them.</summary>
    /// <param name="number">Tells the interfaces apart.</param>
    /// <param name="edition">Changes the variant, so that another edition has another generated text.</param>
    public static string Interface(int number, int edition) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme.Workflows{{number}};

        /// <summary>Writes a research brief.</summary>
        [FetchHiveDeployment("research-brief-{{number}}", "production-{{edition}}")]
        public partial interface IResearchBrief{{number}}
        {
            /// <summary>Waits for the brief.</summary>
            Task<Report{{number}}> RunAsync(
                string topic,
                IReadOnlyList<Company{{number}}> companies,
                int? maxWords = null,
                [Metadata] Caller{{number}}? caller = null,
                CancellationToken cancellationToken = default);

            /// <summary>Starts the brief and returns at once.</summary>
            Task<AcceptedRun<string>> StartAsync(
                string topic,
                IReadOnlyList<Company{{number}}> companies,
                [CallbackUrl] Uri callbackUrl,
                CancellationToken cancellationToken = default);
        }

        {{Types(number)}}
        """);

    /// <summary>The types of one interface.</summary>
    /// <param name="number">Tells the interfaces apart.</param>
    public static string Types(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        public sealed record Company{{number}}(string Name, Uri Website);
        public sealed record Caller{{number}}(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);
        public sealed record Report{{number}}(string Title, IReadOnlyList<Section{{number}}> Sections);
        public sealed record Section{{number}}(string Heading, string Text, int Words);
        """);

    /// <summary>A file that has nothing to do with deployments.</summary>
    /// <param name="number">Tells the files apart.</param>
    /// <param name="edition">Changes a method's body.</param>
    public static string Unrelated(int number, int edition) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;

        namespace Acme.Orders{{number}};

        /// <summary>Adds up an order.</summary>
        [Serializable]
        public sealed class Order{{number}}
        {
            private readonly List<(string Name, decimal Price, int Count)> _lines = new();

            public int Count => _lines.Count;

            public void Add(string name, decimal price, int count)
            {
                if (count <= 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(count));
                }

                _lines.Add((name, price, count));
            }

            [Obsolete("Use Sum.")]
            public decimal Total() => Sum();

            public decimal Sum()
            {
                decimal sum = {{edition}};
                foreach ((string _, decimal price, int count) in _lines)
                {
                    sum += price * count;
                }

                return sum;
            }
        }
        """);
}

using System;
using System.Threading.Tasks;
using FetchHive;
using Shared;

namespace PrivateLibrary
{
    public static class Briefs
    {
        public static async Task<string> RunAsync(string address, string topic)
        {
            using FetchHiveClient client = new FetchHiveClient(new FetchHiveOptions { BaseAddress = new Uri(address) });
            SharedBrief brief = await client.CreateShared().RunAsync(topic, [new SharedCompany("Acme")]);
            return $"{brief.Title}: {brief.Findings[0].Claim}";
        }
    }
}

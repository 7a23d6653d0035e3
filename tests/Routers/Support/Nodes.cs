namespace BgpLb.Tests.Routers.Support;

/// <summary>Nodes of the stack prod, each a real FRR that announces one address of the pool and some that are none.</summary>
internal static class Nodes
{
    public static FrrHost Start(FrrHost router, int number, string password) =>
        new(
            router,
            $"""
            route-map marked permit 10
             set community 64512:100
            exit
            router bgp 64512
             bgp router-id 172.29.51.{number}
             no bgp ebgp-requires-policy
             no bgp network import-check
             no bgp default ipv4-unicast
             neighbor 172.29.51.1 remote-as 64513
             neighbor 172.29.51.1 password {password}
             neighbor 172.29.51.1 timers connect 1
             neighbor fd47:25e1:2f96:51::1 remote-as 64513
             neighbor fd47:25e1:2f96:51::1 password {password}
             neighbor fd47:25e1:2f96:51::1 timers connect 1
             address-family ipv4 unicast
              network 172.29.52.100/32 route-map marked
              network 172.29.52.101/32
              network 172.29.52.7/32 route-map marked
              network 172.29.52.128/26 route-map marked
              neighbor 172.29.51.1 activate
             exit-address-family
             address-family ipv6 unicast
              network fd47:25e1:2f96:52:100::1/128 route-map marked
              neighbor fd47:25e1:2f96:51::1 activate
             exit-address-family
            exit

            """,
            $"172.29.51.{number}/24",
            $"fd47:25e1:2f96:51::{number}/64"
        );
}
